package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sothon.server.platform.db.Sql;

/** The rows of checks that loans owe. */
@Singleton
final class DueCheckStore {
    Map<UUID, List<DueCheck>> of(Connection connection, Collection<UUID> loans) throws SQLException {
        List<String> keys = loans.stream().map(UUID::toString).toList();
        return Sql.in(connection, "SELECT * FROM obligation WHERE loan_id IN (%s)", DueCheckStore::read, keys).stream()
                .collect(Collectors.groupingBy(DueCheck::loanId));
    }

    void put(Connection connection, DueCheck check) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO obligation (id, loan_id, kind, due_on, version) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET due_on = excluded.due_on, version = excluded.version
                """,
                check.id(),
                check.loanId(),
                check.kind(),
                check.dueOn(),
                check.version());
    }

    void withdraw(Connection connection, DueCheck check) throws SQLException {
        Sql.update(connection, "DELETE FROM obligation WHERE id = ? AND done_by IS NULL", check.id());
    }

    private static DueCheck read(ResultSet row) throws SQLException {
        String doneBy = row.getString("done_by");
        return new DueCheck(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("loan_id")),
                DueCheck.Kind.valueOf(row.getString("kind")),
                LocalDate.parse(row.getString("due_on")),
                doneBy == null ? null : UUID.fromString(doneBy),
                row.getLong("version"));
    }
}

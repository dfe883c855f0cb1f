package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.platform.db.Sql;

/** The rows of loans. */
@Singleton
final class LoanStore {
    private static final String PUT =
            """
            INSERT INTO loan (id, number, borrower_search, status, closed_reason, roster_period, version, %s)
            VALUES (?, ?, ?, ?, ?, ?, ?, %s)
            ON CONFLICT (id) DO UPDATE SET borrower_search = excluded.borrower_search, status = excluded.status,
                closed_reason = excluded.closed_reason, roster_period = excluded.roster_period,
                version = excluded.version, %s
            """
                    .formatted(
                            fields(LoanField::sqlName),
                            fields(field -> "?"),
                            fields(field -> field.sqlName() + " = excluded." + field.sqlName()));

    List<StoredLoan> byNumbers(Connection connection, Collection<String> numbers) throws SQLException {
        return Sql.in(connection, "SELECT * FROM loan WHERE number IN (%s)", LoanStore::read, numbers);
    }

    Map<UUID, StoredLoan> byIds(Connection connection, Collection<UUID> ids) throws SQLException {
        List<String> keys = ids.stream().map(UUID::toString).toList();
        return Sql.in(connection, "SELECT * FROM loan WHERE id IN (%s)", LoanStore::read, keys).stream()
                .collect(Collectors.toMap(StoredLoan::id, loan -> loan));
    }

    List<StoredLoan> openIn(Connection connection, Collection<String> communes) throws SQLException {
        return Sql.in(
                connection,
                "SELECT * FROM loan WHERE status = 'OPEN' AND commune_code IN (%s)",
                LoanStore::read,
                communes);
    }

    /** Loans that lie under that code, of a village or a commune. */
    List<UUID> under(Connection connection, String areaCode) throws SQLException {
        return Sql.list(
                connection,
                "SELECT id FROM loan WHERE village_code = ? OR commune_code = ? ORDER BY id",
                row -> UUID.fromString(row.getString(1)),
                areaCode,
                areaCode);
    }

    /** The day of the newest roster of each commune. */
    Map<String, LocalDate> newestPeriods(Connection connection, Collection<String> communes) throws SQLException {
        Map<String, LocalDate> newest = new HashMap<>();
        Sql.in(
                        connection,
                        """
                        SELECT commune_code, MAX(roster_period) FROM loan
                        WHERE roster_period IS NOT NULL AND commune_code IN (%s) GROUP BY commune_code
                        """,
                        row -> Map.entry(row.getString(1), LocalDate.parse(row.getString(2))),
                        communes)
                .forEach(entry -> newest.put(entry.getKey(), entry.getValue()));
        return newest;
    }

    void put(Connection connection, List<StoredLoan> loans) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            for (StoredLoan loan : loans) {
                put.setString(1, loan.id().toString());
                put.setString(2, loan.number());
                put.setString(3, SearchName.of(loan.borrower()));
                put.setString(4, loan.open() ? "OPEN" : "CLOSED");
                put.setString(5, loan.closedReason());
                put.setString(6, text(loan.period()));
                put.setLong(7, loan.version());
                int index = 8;
                for (LoanField field : LoanField.values()) {
                    field.bind(put, index++, loan.facts().get(field.column()));
                }
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    /** The roster of that day confirms these loans as they are. */
    void confirm(Connection connection, List<UUID> ids, LocalDate period) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE loan SET roster_period = ? WHERE id = ?")) {
            for (UUID id : ids) {
                update.setString(1, period.toString());
                update.setString(2, id.toString());
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static StoredLoan read(ResultSet row) throws SQLException {
        EnumMap<RosterColumn, Object> facts = new EnumMap<>(RosterColumn.class);
        for (LoanField field : LoanField.values()) {
            Object value = field.read(row);
            if (value != null) {
                facts.put(field.column(), value);
            }
        }
        String period = row.getString("roster_period");
        return new StoredLoan(
                UUID.fromString(row.getString("id")),
                row.getString("number"),
                facts,
                row.getString("status").equals("OPEN"),
                row.getString("closed_reason"),
                period == null ? null : LocalDate.parse(period),
                row.getLong("version"));
    }

    private static String fields(Function<LoanField, String> part) {
        return Arrays.stream(LoanField.values()).map(part).collect(Collectors.joining(", "));
    }

    private static @Nullable String text(@Nullable Object value) {
        return Objects.toString(value, null);
    }
}

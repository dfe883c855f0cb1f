package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.FeedChange;

/** What must be checked of each loan, and the record that did it. */
@Singleton
public final class Obligations {
    private static final String ROW =
            """
            SELECT o.id, o.loan_id, o.kind, o.due_on, o.done_by, o.version, l.commune_code, l.village_code, l.group_code
            FROM obligation o JOIN loan l ON l.id = o.loan_id
            """;

    private final PlannedChecks planned;

    Obligations(PlannedChecks planned) {
        this.planned = planned;
    }

    /** A check of the loan was made that day: whatever was open for it is done. */
    public void fulfil(Tx tx, UUID loanId, UUID recordId, LocalDate day) throws SQLException {
        planned.checked(tx, loanId, recordId, day);
        for (Row row : list(tx.connection(), "WHERE o.loan_id = ? AND o.done_by IS NULL", loanId)) {
            settle(tx, row, recordId);
        }
    }

    /** The record counts no more: what it had done is open again. */
    public void reopen(Tx tx, UUID recordId) throws SQLException {
        planned.reopen(tx, recordId);
        for (Row row : list(tx.connection(), "WHERE o.done_by = ?", recordId)) {
            settle(tx, row, null);
        }
    }

    /** A group was inspected that day. */
    public void inspected(Tx tx, String groupCode, UUID recordId, LocalDate day) throws SQLException {
        planned.inspected(tx, groupCode, recordId, day);
    }

    private static void settle(Tx tx, Row row, @Nullable UUID doneBy) throws SQLException {
        Sql.update(
                tx.connection(),
                "UPDATE obligation SET done_by = ?, version = version + 1 WHERE id = ?",
                doneBy,
                row.view.id());
        Views.Obligation now =
                new Views.Obligation(row.view.id(), row.view.loanId(), row.view.kind(), row.view.dueOn(), doneBy);
        tx.announce(FeedChange.at(
                row.commune,
                Pull.Type.obligation,
                now.id().toString(),
                row.version + 1,
                row.village,
                row.group,
                Json.write(now)));
    }

    private static List<Row> list(Connection connection, String where, UUID id) throws SQLException {
        return Sql.list(connection, ROW + where, Obligations::read, id);
    }

    private static Row read(ResultSet row) throws SQLException {
        String doneBy = row.getString("done_by");
        return new Row(
                new Views.Obligation(
                        UUID.fromString(row.getString("id")),
                        UUID.fromString(row.getString("loan_id")),
                        row.getString("kind"),
                        LocalDate.parse(row.getString("due_on")),
                        doneBy == null ? null : UUID.fromString(doneBy)),
                row.getLong("version"),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("group_code"));
    }

    private record Row(
            Views.Obligation view, long version, String commune, @Nullable String village, @Nullable String group) {}
}

package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
            SELECT o.id, o.loan_id, o.kind, o.due_on, o.done_by, o.version, l.commune_code, l.village_code, l.group_code,
                   CASE o.kind WHEN 'POST_DISBURSEMENT' THEN l.disbursed_on ELSE l.last_transaction_on END AS since
            FROM obligation o JOIN loan l ON l.id = o.loan_id
            """;

    private final PlannedChecks planned;

    Obligations(PlannedChecks planned) {
        this.planned = planned;
    }

    /** A record of a check, and the day it was made. */
    public record Made(UUID recordId, LocalDate day) {}

    /** Finds the checks of a loan that count, oldest first. */
    @FunctionalInterface
    public interface Checks {
        List<Made> of(UUID loanId) throws SQLException;
    }

    /** A check of the loan was made: what was open for it by then is done. */
    public void fulfil(Tx tx, UUID loanId, Made made) throws SQLException {
        planned.checked(tx, loanId, made.recordId, made.day);
        for (Row row : list(tx.connection(), "WHERE o.loan_id = ? AND o.done_by IS NULL", loanId)) {
            if (row.isDoneBy(made)) {
                settle(tx, row, made.recordId);
            }
        }
    }

    /** The record counts no more: what it had done is done by another check that counts, or open again. */
    public void handOver(Tx tx, UUID recordId, Checks checks) throws SQLException {
        for (UUID loan : planned.reopen(tx, recordId)) {
            for (Made made : checks.of(loan)) {
                if (!made.recordId.equals(recordId)) {
                    planned.checked(tx, loan, made.recordId, made.day);
                }
            }
        }
        for (Row row : list(tx.connection(), "WHERE o.done_by = ?", recordId)) {
            @Nullable UUID other = null;
            for (Made made : checks.of(Objects.requireNonNull(row.view.loanId()))) {
                if (other == null && !made.recordId.equals(recordId) && row.isDoneBy(made)) {
                    other = made.recordId;
                }
            }
            settle(tx, row, other);
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
        String since = row.getString("since");
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
                row.getString("group_code"),
                since == null ? null : LocalDate.parse(since));
    }

    /**
     * A row.
     *
     * @param since the day of what gave rise to it: the disbursement, the last transaction
     */
    private record Row(
            Views.Obligation view,
            long version,
            String commune,
            @Nullable String village,
            @Nullable String group,
            @Nullable LocalDate since) {

        boolean isDoneBy(Made made) {
            return since == null || !made.day.isBefore(since);
        }
    }
}

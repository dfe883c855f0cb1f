package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.org.HandedOver;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;

/** The checks of the year's plan that people were asked to make, and the records that did them. */
@Singleton
public final class PlannedChecks implements LoanReliance, HandedOver {
    private static final String ALL = "SELECT * FROM planned_check ";

    /** A loan was checked that day: what that year's plan asked of it is done. */
    void checked(Tx tx, UUID loanId, UUID recordId, LocalDate day) throws SQLException {
        for (PlannedCheck open :
                list(tx.connection(), "WHERE loan_id = ? AND done_by IS NULL AND year = ?", loanId, day.getYear())) {
            settle(tx, open.done(recordId));
        }
    }

    /** A group was inspected that day: the earliest open inspection of that year is done. */
    public void inspected(Tx tx, String groupCode, UUID recordId, LocalDate day) throws SQLException {
        Connection connection = tx.connection();
        boolean counted = !list(connection, "WHERE done_by = ?", recordId).isEmpty();
        List<PlannedCheck> open = list(
                connection,
                "WHERE group_code = ? AND year = ? AND loan_id IS NULL AND done_by IS NULL ORDER BY due_on, id",
                groupCode,
                day.getYear());
        if (!counted && !open.isEmpty()) {
            settle(tx, open.get(0).done(recordId));
        }
    }

    /**
     * The record counts no more: what it had done is open again.
     *
     * @return the loans it is open for
     */
    Set<UUID> reopen(Tx tx, UUID recordId) throws SQLException {
        Set<UUID> loans = new HashSet<>();
        for (PlannedCheck done : list(tx.connection(), "WHERE done_by = ?", recordId)) {
            settle(tx, done.done(null));
            if (done.loanId() != null) {
                loans.add(done.loanId());
            }
        }
        return loans;
    }

    /** A roster moved the loan: its checks move with it. */
    void moved(Tx tx, StoredLoan loan) throws SQLException {
        for (PlannedCheck check : list(tx.connection(), "WHERE loan_id = ?", loan.id())) {
            tx.announce(check.feedRow().gone());
            settle(tx, check.at(loan));
        }
    }

    /** The group lies elsewhere: the inspections asked of it move with it. */
    void moved(Tx tx, StoredGroup group) throws SQLException {
        for (PlannedCheck check : list(tx.connection(), "WHERE group_code = ? AND loan_id IS NULL", group.code())) {
            tx.announce(check.feedRow().gone());
            settle(tx, check.at(group));
        }
    }

    /** Asks a person to make a check; one asked of somebody else before is that one's no more. */
    void put(Tx tx, PlannedCheck check, String by, Instant at) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                INSERT INTO planned_check (id, year, commune_code, village_code, group_code, loan_id, due_on, assigned_to,
                    assigned_by, assigned_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET due_on = excluded.due_on, assigned_to = excluded.assigned_to,
                    assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at, version = excluded.version
                """,
                check.id(),
                check.year(),
                check.communeCode(),
                check.villageCode(),
                check.groupCode(),
                check.loanId(),
                check.dueOn(),
                check.assignedTo(),
                by,
                at.toEpochMilli(),
                check.version());
        tx.announce(check.feedRow());
    }

    /** Nobody is asked any more. */
    void withdraw(Tx tx, PlannedCheck check) throws SQLException {
        Sql.update(tx.connection(), "DELETE FROM planned_check WHERE id = ? AND done_by IS NULL", check.id());
        tx.announce(check.feedRow().gone());
    }

    List<PlannedCheck> byIds(Connection connection, Collection<UUID> ids) throws SQLException {
        List<String> keys = ids.stream().map(UUID::toString).toList();
        return Sql.in(connection, ALL + "WHERE id IN (%s)", PlannedChecks::read, keys);
    }

    List<PlannedCheck> inspections(Connection connection, String groupCode, int year) throws SQLException {
        return list(
                connection,
                "WHERE group_code = ? AND year = ? AND loan_id IS NULL ORDER BY due_on, id",
                groupCode,
                year);
    }

    /** All of a year that the scope sees. */
    List<PlannedCheck> of(Connection connection, InScope scope, int year) throws SQLException {
        return Sql.list(
                connection,
                ALL + "WHERE year = ? AND " + scope.sql() + " ORDER BY due_on, id",
                PlannedChecks::read,
                scope.after(year));
    }

    @Override
    public RosterUndo.Reason reason() {
        return RosterUndo.Reason.CHECKS_PLANNED;
    }

    @Override
    public int count(Connection connection, Set<UUID> brought, Set<UUID> touched, Instant since) throws SQLException {
        List<String> keys = brought.stream().map(UUID::toString).toList();
        return Sql.in(connection, "SELECT id FROM planned_check WHERE loan_id IN (%s)", row -> row.getString(1), keys)
                .size();
    }

    @Override
    public String kind() {
        return "CHECK";
    }

    @Override
    public List<Open> of(Connection connection, UUID personId, String communeCode) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT p.id, p.due_on, COALESCE(l.borrower_name, g.name, p.group_code, p.id) FROM planned_check p
                LEFT JOIN loan l ON l.id = p.loan_id LEFT JOIN savings_group g ON g.code = p.group_code
                WHERE p.assigned_to = ? AND p.commune_code = ? AND p.done_by IS NULL ORDER BY p.due_on, p.id
                """,
                row -> new Open(row.getString(1), row.getString(3), LocalDate.parse(row.getString(2))),
                personId,
                communeCode);
    }

    @Override
    public int pass(Tx tx, UUID from, UUID to, Set<String> ids) throws SQLException {
        int passed = 0;
        for (PlannedCheck check : Sql.in(tx.connection(), ALL + "WHERE id IN (%s)", PlannedChecks::read, ids)) {
            if (check.isOpen() && check.assignedTo().equals(from)) {
                PlannedCheck theirs = check.to(to, check.dueOn());
                Sql.update(
                        tx.connection(),
                        "UPDATE planned_check SET assigned_to = ?, version = ? WHERE id = ?",
                        to,
                        theirs.version(),
                        theirs.id());
                tx.announce(theirs.feedRow());
                passed++;
            }
        }
        return passed;
    }

    private static void settle(Tx tx, PlannedCheck check) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                UPDATE planned_check SET done_by = ?, commune_code = ?, village_code = ?, group_code = ?, version = ?
                WHERE id = ?
                """,
                check.doneBy(),
                check.communeCode(),
                check.villageCode(),
                check.groupCode(),
                check.version(),
                check.id());
        tx.announce(check.feedRow());
    }

    private static List<PlannedCheck> list(Connection connection, String where, Object... values) throws SQLException {
        return Sql.list(connection, ALL + where, PlannedChecks::read, values);
    }

    private static PlannedCheck read(ResultSet row) throws SQLException {
        return new PlannedCheck(
                UUID.fromString(row.getString("id")),
                row.getInt("year"),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("group_code"),
                uuid(row.getString("loan_id")),
                LocalDate.parse(row.getString("due_on")),
                UUID.fromString(row.getString("assigned_to")),
                uuid(row.getString("done_by")),
                row.getLong("version"));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}

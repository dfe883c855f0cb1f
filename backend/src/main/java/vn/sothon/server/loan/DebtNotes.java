package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.org.HandedOver;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;

/** The rows of who follows debts and what was agreed. */
@Singleton
final class DebtNotes implements LoanReliance, HandedOver {
    private static final String ALL =
            """
            SELECT n.*, c.id AS corrected_by FROM debt_note n LEFT JOIN debt_note c ON c.corrects = n.id
            """;

    List<Debt.Note> of(Connection connection, UUID loanId) throws SQLException {
        return Sql.list(connection, ALL + "WHERE n.loan_id = ? ORDER BY n.made_at DESC, n.id", DebtNotes::read, loanId);
    }

    /** The newest note that stands of each loan, or of the one asked for. */
    Map<UUID, Debt.Note> standing(Connection connection, @Nullable UUID only) throws SQLException {
        Map<UUID, Debt.Note> newest = new HashMap<>();
        String where = "WHERE c.id IS NULL" + (only == null ? "" : " AND n.loan_id = ?") + " ORDER BY n.made_at, n.id";
        List<Debt.Note> notes = only == null
                ? Sql.list(connection, ALL + where, DebtNotes::read)
                : Sql.list(connection, ALL + where, DebtNotes::read, only);
        notes.forEach(note -> newest.put(note.loanId(), note));
        return newest;
    }

    void add(Tx tx, Debt.Note note) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                INSERT INTO debt_note (id, loan_id, agreed_on, note, promised_on, promised, corrects, person_id, made_at)
                VALUES (?, ?, ?, ?, ?, %s, ?, ?, ?)
                """
                        .formatted(
                                note.promised() == null
                                        ? "NULL"
                                        : note.promised().toString()),
                note.id(),
                note.loanId(),
                note.agreedOn(),
                note.text(),
                note.promisedOn(),
                note.corrects(),
                note.personId(),
                note.madeAt().toEpochMilli());
    }

    void follow(Tx tx, UUID loanId, @Nullable UUID personId, String by, Instant at) throws SQLException {
        if (personId == null) {
            Sql.update(tx.connection(), "DELETE FROM debt_follower WHERE loan_id = ?", loanId);
            return;
        }
        Sql.update(
                tx.connection(),
                """
                INSERT INTO debt_follower (loan_id, person_id, by_whom, since) VALUES (?, ?, ?, ?)
                ON CONFLICT (loan_id) DO UPDATE SET person_id = excluded.person_id, by_whom = excluded.by_whom,
                    since = excluded.since
                """,
                loanId,
                personId,
                by,
                at.toEpochMilli());
    }

    @Override
    public RosterUndo.Reason reason() {
        return RosterUndo.Reason.DEBTS_FOLLOWED;
    }

    @Override
    public int count(Connection connection, Set<UUID> brought, Set<UUID> touched, Instant since) throws SQLException {
        List<String> keys = brought.stream().map(UUID::toString).toList();
        return Sql.in(
                                connection,
                                "SELECT loan_id FROM debt_follower WHERE loan_id IN (%s)",
                                row -> row.getString(1),
                                keys)
                        .size()
                + Sql.in(
                                connection,
                                "SELECT loan_id FROM debt_note WHERE loan_id IN (%s)",
                                row -> row.getString(1),
                                keys)
                        .size();
    }

    @Override
    public String kind() {
        return "DEBT";
    }

    @Override
    public List<Open> of(Connection connection, UUID personId, String communeCode) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT f.loan_id, l.borrower_name, l.due_on FROM debt_follower f JOIN loan l ON l.id = f.loan_id
                WHERE f.person_id = ? AND l.commune_code = ? AND l.status = 'OPEN' ORDER BY l.borrower_search, l.number
                """,
                row -> {
                    String due = row.getString(3);
                    return new Open(row.getString(1), row.getString(2), due == null ? null : LocalDate.parse(due));
                },
                personId,
                communeCode);
    }

    @Override
    public int pass(Tx tx, UUID from, UUID to, Set<String> ids) throws SQLException {
        int passed = 0;
        for (String id : ids) {
            passed += Sql.update(
                    tx.connection(),
                    "UPDATE debt_follower SET person_id = ? WHERE loan_id = ? AND person_id = ?",
                    to,
                    id,
                    from);
        }
        return passed;
    }

    private static Debt.Note read(ResultSet row) throws SQLException {
        String promisedOn = row.getString("promised_on");
        long promised = row.getLong("promised");
        boolean noSum = row.wasNull();
        return new Debt.Note(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("loan_id")),
                LocalDate.parse(row.getString("agreed_on")),
                row.getString("note"),
                promisedOn == null ? null : LocalDate.parse(promisedOn),
                noSum ? null : promised,
                uuid(row.getString("corrects")),
                uuid(row.getString("corrected_by")),
                UUID.fromString(row.getString("person_id")),
                Instant.ofEpochMilli(row.getLong("made_at")));
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}

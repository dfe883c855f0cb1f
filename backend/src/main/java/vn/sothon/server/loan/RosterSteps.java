package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;

/** The rows of what imports replaced. Only a commune's last import is remembered. */
@Singleton
final class RosterSteps {
    enum Kind {
        LOAN,
        /** Confirmed as it is: only the roster's day was replaced. */
        CONFIRMED,
        GROUP
    }

    /**
     * One thing an import brought or replaced.
     *
     * @param was absent: it was not there before
     */
    record Step(Kind kind, String id, @Nullable String was, long afterVersion) {
        UUID loanId() {
            return UUID.fromString(id);
        }
    }

    /** An import as far as it concerns one commune. */
    record OfCommune(UUID importId, Instant importedAt, boolean undone) {}

    void begin(Tx tx, UUID importId, Set<String> communes, Instant at) throws SQLException {
        for (String commune : communes) {
            Sql.update(tx.connection(), "DELETE FROM roster_step WHERE commune_code = ?", commune);
            Sql.update(
                    tx.connection(),
                    "INSERT INTO roster_import_commune (import_id, commune_code, imported_at) VALUES (?, ?, ?)",
                    importId,
                    commune,
                    at.toEpochMilli());
        }
    }

    void loan(Connection connection, UUID importId, LoanStep step, List<DueCheck> checks) throws SQLException {
        StoredLoan before = step.before();
        put(
                connection,
                importId,
                step.after().commune(),
                new Step(
                        Kind.LOAN,
                        step.after().id().toString(),
                        before == null ? null : LoanMemory.of(before, checks),
                        step.after().version()));
    }

    void group(Connection connection, UUID importId, GroupChange change) throws SQLException {
        put(
                connection,
                importId,
                change.after().commune(),
                new Step(
                        Kind.GROUP,
                        change.after().code(),
                        change.before() == null ? null : Json.write(change.before()),
                        change.after().version()));
    }

    /** Remembers the roster's day of loans that this import only confirms. */
    void confirmed(Connection connection, UUID importId, Collection<UUID> loans) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                """
                INSERT INTO roster_step (import_id, commune_code, kind, id, was, after_version)
                SELECT ?, commune_code, 'CONFIRMED', id, COALESCE(roster_period, ''), version FROM loan WHERE id = ?
                """)) {
            for (UUID loan : loans) {
                insert.setString(1, importId.toString());
                insert.setString(2, loan.toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    Optional<OfCommune> last(Connection connection, String commune) throws SQLException {
        return Sql.one(
                connection,
                """
                SELECT import_id, imported_at, undone_at FROM roster_import_commune WHERE commune_code = ?
                ORDER BY imported_at DESC, import_id DESC LIMIT 1
                """,
                row -> new OfCommune(
                        UUID.fromString(row.getString(1)),
                        Instant.ofEpochMilli(row.getLong(2)),
                        row.getString(3) != null),
                commune);
    }

    List<Step> of(Connection connection, UUID importId, String commune) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT kind, id, was, after_version FROM roster_step WHERE import_id = ? AND commune_code = ?
                ORDER BY kind, id
                """,
                row -> new Step(Kind.valueOf(row.getString(1)), row.getString(2), row.getString(3), row.getLong(4)),
                importId,
                commune);
    }

    void undone(Connection connection, UUID importId, Step step) throws SQLException {
        Sql.update(
                connection,
                "DELETE FROM roster_step WHERE import_id = ? AND kind = ? AND id = ?",
                importId,
                step.kind(),
                step.id());
    }

    void undone(Connection connection, UUID importId, String commune, Instant at, String by) throws SQLException {
        Sql.update(
                connection,
                """
                UPDATE roster_import_commune SET undone_at = ?, undone_by = ? WHERE import_id = ? AND commune_code = ?
                """,
                at.toEpochMilli(),
                by,
                importId,
                commune);
    }

    static @Nullable LocalDate period(String was) {
        return was.isEmpty() ? null : LocalDate.parse(was);
    }

    private static void put(Connection connection, UUID importId, String commune, Step step) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO roster_step (import_id, commune_code, kind, id, was, after_version)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                importId,
                commune,
                step.kind(),
                step.id(),
                step.was(),
                step.afterVersion());
    }
}

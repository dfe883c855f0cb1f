package vn.sothon.server.record;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Push.Problem;
import vn.sothon.server.platform.db.Sql;

/**
 * Items that were refused for ever. Their bytes stay with the phone; that there was one, whose, and what was wrong with it
 * is kept, so that the mended record can name it: the chain of evidence begins on the phone and is not cut here.
 */
@Singleton
public final class RefusedItems {
    /**
     * An item refused.
     *
     * @param hash SHA-256 of its head
     * @param personId who sent it
     */
    public record Refused(
            UUID id, String hash, UUID personId, UUID deviceId, Instant refusedAt, List<Problem> problems) {}

    /** The same item refused again is one refusal, the first. */
    public void remember(Connection connection, Refused refused) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO refused_item (id, hash, person_id, device_id, refused_at, problems)
                VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id, hash) DO NOTHING
                """,
                refused.id(),
                refused.hash(),
                refused.personId(),
                refused.deviceId(),
                refused.refusedAt().toEpochMilli(),
                Json.write(refused.problems()));
    }

    /** Forgets what was refused before that time; how many. */
    int forget(Connection connection, Instant before) throws SQLException {
        return Sql.update(connection, "DELETE FROM refused_item WHERE refused_at < ?", before.toEpochMilli());
    }

    /** Whether an item of that id was refused to that person. */
    boolean was(Connection connection, UUID id, UUID personId) throws SQLException {
        return Sql.one(
                        connection,
                        "SELECT 1 FROM refused_item WHERE id = ? AND person_id = ?",
                        row -> row.getInt(1),
                        id,
                        personId)
                .isPresent();
    }
}

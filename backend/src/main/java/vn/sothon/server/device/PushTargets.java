package vn.sothon.server.device;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.server.platform.db.Sql;

/** Which devices push messages can reach. */
@Singleton
public final class PushTargets {
    /** A device with an address for pushes. */
    public record Target(UUID deviceId, UUID personId) {}

    /** The good devices of these people that have said where pushes reach them. */
    public List<Target> of(Connection connection, Collection<UUID> people) throws SQLException {
        return Sql.in(
                connection,
                """
                SELECT id, person_id FROM device
                WHERE person_id IN (%s) AND push_token IS NOT NULL AND revoked_as IS NULL ORDER BY id
                """,
                row -> new Target(UUID.fromString(row.getString(1)), UUID.fromString(row.getString(2))),
                people.stream().map(UUID::toString).toList());
    }

    /** Where pushes to that device go now; a token lives no longer than it must, so it is asked for each time. */
    public Optional<String> token(Connection connection, UUID device) throws SQLException {
        return Sql.one(
                connection,
                "SELECT push_token FROM device WHERE id = ? AND push_token IS NOT NULL AND revoked_as IS NULL",
                row -> row.getString(1),
                device);
    }

    /** That address leads nowhere any more; one the device has given since stays. */
    public void drop(Connection connection, UUID device, String token) throws SQLException {
        Sql.update(connection, "UPDATE device SET push_token = NULL WHERE id = ? AND push_token = ?", device, token);
    }
}

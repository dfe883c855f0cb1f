package vn.sothon.server.ops;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.http.ServerName;
import vn.sothon.server.platform.secret.ServerKeys;

/**
 * Holds the logs against signed checkpoints: those kept here, and those somebody kept outside. Whoever can write to the
 * database can make a whole chain anew, but not sign it.
 */
@Singleton
final class CheckpointCheck {
    private final ServerKeys keys;
    private final ServerName name;

    CheckpointCheck(ServerKeys keys, ServerName name) {
        this.keys = keys;
        this.name = name;
    }

    private record Kept(String partition, long n, Checkpoint checkpoint) {}

    /** Those kept here; how many. */
    int check(Connection connection, List<Fault> faults) throws SQLException {
        Map<String, String> known = keys.publicKeys();
        List<Kept> all = Sql.list(
                connection,
                "SELECT partition_code, n, document, key_id, signature FROM log_checkpoint ORDER BY partition_code, n",
                row -> new Kept(
                        row.getString(1),
                        row.getLong(2),
                        new Checkpoint(row.getString(3), row.getString(4), row.getString(5))));
        for (Kept kept : all) {
            String where = kept.partition + "#" + kept.n;
            Checkpoint.Stand stand = read(kept.checkpoint, where, faults);
            if (stand != null && (!stand.partition().equals(kept.partition) || stand.n() != kept.n)) {
                faults.add(new Fault("CHECKPOINT_MISPLACED", where));
            } else if (stand != null) {
                check(connection, kept.checkpoint, stand, known, faults);
            }
        }
        return all.size();
    }

    /** Those of somebody outside, by the keys that came with them; how many. */
    int against(Connection connection, Checkpoint.Bundle outside, List<Fault> faults) throws SQLException {
        int n = 0;
        for (Checkpoint checkpoint : outside.checkpoints()) {
            Checkpoint.Stand stand = read(checkpoint, "given#" + ++n, faults);
            if (stand != null) {
                check(connection, checkpoint, stand, outside.keys(), faults);
            }
        }
        return n;
    }

    private static Checkpoint.@Nullable Stand read(Checkpoint checkpoint, String where, List<Fault> faults) {
        try {
            return Json.strict(checkpoint.document(), Checkpoint.Stand.class);
        } catch (JsonRefused e) {
            faults.add(new Fault("CHECKPOINT_UNREADABLE", where));
            return null;
        }
    }

    private void check(
            Connection connection,
            Checkpoint checkpoint,
            Checkpoint.Stand stand,
            Map<String, String> known,
            List<Fault> faults)
            throws SQLException {
        String where = stand.partition() + "#" + stand.n();
        if (!known.containsKey(checkpoint.keyId())) {
            faults.add(new Fault("CHECKPOINT_KEY_UNKNOWN", where));
        } else if (!checkpoint.isSignedBy(known.get(checkpoint.keyId()))) {
            faults.add(new Fault("CHECKPOINT_SIGNATURE", where));
        } else if (!stand.serverId().equals(name.serverId())) {
            faults.add(new Fault("CHECKPOINT_OF_ANOTHER_SERVER", where));
        } else {
            String head = Sql.one(
                            connection,
                            "SELECT head FROM log_entry WHERE partition_code = ? AND n = ?",
                            row -> row.getString(1),
                            stand.partition(),
                            stand.n())
                    .orElse("");
            if (!head.equals(stand.head())) {
                faults.add(new Fault("CHECKPOINT_CONTRADICTED", where));
            }
        }
    }
}

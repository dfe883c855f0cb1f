package vn.sothon.server.device;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import vn.sothon.server.org.GrantObserver;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.LogEntry;

/** Keeps devices in step with grants: a commune's log names the keys that may sign there. */
@Singleton
class DeviceGrants implements GrantObserver {
    private final DeviceRows rows;
    private final DeviceTokens tokens;
    private final ServerClock clock;

    DeviceGrants(DeviceRows rows, DeviceTokens tokens, ServerClock clock) {
        this.rows = rows;
        this.tokens = tokens;
        this.clock = clock;
    }

    @Override
    public void reached(Tx tx, UUID personId, Set<String> partitions) {
        Instant now = clock.now();
        for (DeviceRow row : rows.of(personId.toString())) {
            if (row.revokedAs() == null) {
                logKey(tx, partitions, row.id(), row.keyId(), now);
            }
        }
    }

    @Override
    public void changed(UUID personId) {
        tokens.changed();
    }

    static void logKey(Tx tx, Set<String> partitions, String deviceId, String keyId, Instant now) {
        for (String partition : partitions) {
            tx.log(new LogEntry(partition, LogEntry.Type.KEY, deviceId, keyId, now, keyId, null));
        }
    }
}

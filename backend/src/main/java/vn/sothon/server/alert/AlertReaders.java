package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import vn.sothon.server.platform.db.Tx;

/** Keeps a commune's alerts in the hands of those who hold the offices now. */
@Singleton
class AlertReaders {
    /** So long a resolved alert stays on phones. */
    private static final Duration KEPT = Duration.ofDays(90);

    private final AlertStore store;
    private final AlertTelling telling;

    AlertReaders(AlertStore store, AlertTelling telling) {
        this.store = store;
        this.telling = telling;
    }

    /** Gives every alert that is not long over to its present readers; how many changed hands. */
    int renew(Tx tx, String communeCode, Instant at) throws SQLException {
        int told = 0;
        Instant since = at.minus(KEPT);
        for (UUID id : store.presentIn(tx.connection(), communeCode, since)) {
            told += telling.tellIfOthers(tx, store.find(tx.connection(), id).orElseThrow(), at) ? 1 : 0;
        }
        for (UUID id : store.longOver(tx.connection(), communeCode, since)) {
            telling.retire(tx, store.find(tx.connection(), id).orElseThrow());
        }
        return told;
    }
}

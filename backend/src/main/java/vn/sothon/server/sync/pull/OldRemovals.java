package vn.sothon.server.sync.pull;

import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.time.Duration;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Forgets removals that no cursor can still ask for. */
@Singleton
class OldRemovals {
    private static final Duration REMEMBERED = Duration.ofDays(400);

    private final Writer writer;
    private final ServerClock clock;

    OldRemovals(Writer writer, ServerClock clock) {
        this.writer = writer;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "2h", fixedDelay = "24h")
    void forget() {
        long before = clock.now().minus(REMEMBERED).toEpochMilli();
        writer.write(tx -> {
            try (PreparedStatement delete =
                    tx.connection().prepareStatement("DELETE FROM feed_row WHERE removed = 1 AND changed_at < ?")) {
                delete.setLong(1, before);
                return delete.executeUpdate();
            }
        });
    }
}

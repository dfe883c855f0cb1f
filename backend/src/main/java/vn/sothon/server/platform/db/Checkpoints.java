package vn.sothon.server.platform.db;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Value;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds SQLite's write-ahead log into the database beside the writer, so that nobody who pushes waits for it. It never
 * waits for readers or the writer; what it cannot fold in yet it leaves for the next time.
 */
@Context
final class Checkpoints {
    private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);
    private static final long WORTH_IT_BYTES = 4L << 20;
    private static final long EVERY_MILLIS = 500;

    private final String url;
    private @Nullable FileTime seen;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "checkpoints");
        thread.setDaemon(true);
        return thread;
    });

    Checkpoints(@Value("${datasources.default.url}") String url) {
        this.url = url;
        if (SqliteDataSource.serves(url)) {
            var unused = thread.scheduleWithFixedDelay(this::fold, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void fold() {
        Path log = Path.of(SqliteDataSource.file(url) + "-wal");
        try {
            if (Files.exists(log) && Files.size(log) > WORTH_IT_BYTES && changed(log)) {
                try (Connection connection = new SqliteDataSource(url).getConnection();
                        Statement statement = connection.createStatement()) {
                    statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
                }
            }
        } catch (IOException | SQLException | RuntimeException e) {
            LOG.warn("the write-ahead log could not be folded in", e);
        }
    }

    /** The log keeps its length when it is folded in; what tells is that somebody wrote to it. */
    private boolean changed(Path log) throws IOException {
        FileTime now = Files.getLastModifiedTime(log);
        boolean changed = !now.equals(seen);
        seen = now;
        return changed;
    }

    @PreDestroy
    void close() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(20, TimeUnit.SECONDS)) {
            LOG.warn("folding in the write-ahead log takes long");
        }
    }
}

package vn.sothon.server;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.app.ServerSettings;

/** The databases a server runs on; each server started here gets one of its own. */
public enum Engine {
    SQLITE,
    POSTGRESQL;

    private static final AtomicInteger NEXT = new AtomicInteger();

    public RunningServer start(Path folder) {
        try {
            return RunningServer.start(settings(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ServerSettings settings(Path folder) {
        if (this == SQLITE) {
            return new ServerSettings(folder, null, null, null, "127.0.0.1", 0, false);
        }
        return new ServerSettings(folder, newDatabase(), "postgres", "postgres", "127.0.0.1", 0, false);
    }

    private static String newDatabase() {
        String name = "sothon" + NEXT.incrementAndGet();
        try (Connection connection = Postgres.ONE.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return Postgres.ONE.getJdbcUrl("postgres", name);
    }

    /** One PostgreSQL per JVM, started when first asked for and stopped with the JVM. */
    private static final class Postgres {
        static final EmbeddedPostgres ONE = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    try {
                        postgres.close();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

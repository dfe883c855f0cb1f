package vn.sothon.server.platform.db;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.jdbc4.JDBC4Connection;

/**
 * SQLite connections that take {@code setReadOnly} as a wish: the driver refuses to change it once a connection is open,
 * while pools and transactions set it all the time. A read-only transaction begins DEFERRED, a writing one IMMEDIATE.
 */
final class SqliteDataSource implements DataSource {
    private static final String PREFIX = "jdbc:sqlite:";
    private final String url;

    static boolean serves(String url) {
        return url.startsWith(PREFIX);
    }

    /** The database file that an address names. */
    static Path file(String url) {
        String file = url.substring(PREFIX.length());
        int query = file.indexOf('?');
        return Path.of(query < 0 ? file : file.substring(0, query));
    }

    SqliteDataSource(String url) {
        this.url = url;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return new Wishing(url, file(url).toString(), settings());
    }

    private static Properties settings() {
        Properties settings = new Properties();
        settings.setProperty("journal_mode", "WAL");
        settings.setProperty("synchronous", "FULL");
        settings.setProperty("busy_timeout", "20000");
        settings.setProperty("foreign_keys", "true");
        // In KiB and per connection; the system's own page cache holds the rest once for all.
        settings.setProperty("cache_size", "-4096");
        // Folding the log in is somebody else's work (Checkpoints); the writer does it where the log grows all the
        // same.
        settings.setProperty("wal_autocheckpoint", "8000");
        // What a savepoint keeps of changed pages would else be spilled into temporary files.
        settings.setProperty("temp_store", "MEMORY");
        return settings;
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 5;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }

    private static final class Wishing extends JDBC4Connection {
        private final KeptStatements statements = new KeptStatements(this);
        private boolean readOnly;

        Wishing(String url, String file, Properties settings) throws SQLException {
            super(url, file, settings);
        }

        @Override
        public PreparedStatement prepareStatement(String sql) throws SQLException {
            checkOpen();
            return statements.prepare(sql);
        }

        @Override
        public void setReadOnly(boolean readOnly) {
            this.readOnly = readOnly;
        }

        @Override
        public boolean isReadOnly() {
            return readOnly;
        }

        /** How a transaction begins: the driver would take the setting made when the connection was opened. */
        @Override
        protected String transactionPrefix() {
            return readOnly ? "begin;" : "begin immediate;";
        }
    }
}

package vn.sothon.phones.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Database;
import vn.sothon.client.store.Row;

/** The phone's SQLite file through JDBC: one connection, WAL, every commit flushed. */
public final class JdbcDatabase implements Database {
    private final Connection connection;

    private JdbcDatabase(Connection connection) {
        this.connection = connection;
    }

    public static JdbcDatabase open(Path file) {
        return open("jdbc:sqlite:" + file.toAbsolutePath());
    }

    /** A database that is gone when it is closed. */
    public static JdbcDatabase inMemory() {
        return open("jdbc:sqlite::memory:");
    }

    private static JdbcDatabase open(String url) {
        try {
            Connection connection = DriverManager.getConnection(url);
            try (Statement settings = connection.createStatement()) {
                settings.execute("PRAGMA journal_mode = WAL");
                settings.execute("PRAGMA synchronous = FULL");
                settings.execute("PRAGMA busy_timeout = 5000");
            }
            return new JdbcDatabase(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot open " + url, e);
        }
    }

    @Override
    public synchronized int update(String sql, @Nullable Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public synchronized <T> List<T> query(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet results = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new ResultRow(results);
            while (results.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public synchronized void atomically(Runnable work) {
        try {
            if (!connection.getAutoCommit()) {
                work.run();
                return;
            }
            connection.setAutoCommit(false);
            boolean whole = false;
            try {
                work.run();
                whole = true;
            } finally {
                if (whole) {
                    connection.commit();
                } else {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("transaction", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot close", e);
        }
    }

    private PreparedStatement prepare(String sql, @Nullable Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private record ResultRow(ResultSet results) implements Row {
        @Override
        public String text(int column) {
            String text = textOrNull(column);
            if (text == null) {
                throw new IllegalStateException("no text in column " + column);
            }
            return text;
        }

        @Override
        public @Nullable String textOrNull(int column) {
            try {
                return results.getString(column + 1);
            } catch (SQLException e) {
                throw new IllegalStateException("column " + column, e);
            }
        }

        @Override
        public long number(int column) {
            try {
                return results.getLong(column + 1);
            } catch (SQLException e) {
                throw new IllegalStateException("column " + column, e);
            }
        }
    }
}

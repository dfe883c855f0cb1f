package vn.sothon.server.platform.db;

import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConnection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * The statements of one connection that have been used and closed, ready to be used again: SQLite spends more on reading
 * a short statement than on running it. A statement in use is not among them, so that nothing shares one.
 */
final class KeptStatements {
    private static final int MOST = 128;

    private final SQLiteConnection connection;
    private final Map<String, Kept> idle = new LinkedHashMap<>();

    KeptStatements(SQLiteConnection connection) {
        this.connection = connection;
    }

    JDBC4PreparedStatement prepare(String sql) throws SQLException {
        Kept kept = idle.remove(sql);
        return kept == null ? new Kept(sql) : kept;
    }

    private void keep(String sql, Kept statement) throws SQLException {
        Kept twin = idle.put(sql, statement);
        if (twin != null) {
            twin.end();
        }
        if (idle.size() > MOST) {
            Iterator<Kept> longestIdle = idle.values().iterator();
            Kept eldest = longestIdle.next();
            longestIdle.remove();
            eldest.end();
        }
    }

    private final class Kept extends JDBC4PreparedStatement {
        private final String text;

        Kept(String text) throws SQLException {
            super(connection, text);
            this.text = text;
        }

        /** Gives up its rows and its parameters, and stays. */
        @Override
        public void close() throws SQLException {
            if (isClosed() || connection.isClosed() || idle.get(text) == this) {
                return;
            }
            rs.close();
            clearGeneratedKeys();
            clearBatch();
            clearParameters();
            keep(text, this);
        }

        void end() throws SQLException {
            super.close();
        }
    }
}

package vn.sothon.server.sync.pull;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** Reads {@code feed_row}, always under a view's condition. */
@Singleton
class FeedReader {
    private static final String COLUMNS =
            "SELECT partition_code, seq, type, id, version, data, removed, erased FROM feed_row WHERE ";

    /** The last number given in a partition; every row up to it can be read from now on. */
    long top(Connection connection, String partition) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT seq FROM feed_partition WHERE code = ?")) {
            select.setString(1, partition);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    /** Where the person has rows of his own. */
    Set<String> partitionsOf(Connection connection, UUID personId) throws SQLException {
        Set<String> partitions = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("SELECT DISTINCT partition_code FROM feed_row WHERE person_id = ?")) {
            select.setString(1, personId.toString());
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    partitions.add(rows.getString(1));
                }
            }
        }
        return partitions;
    }

    /**
     * Rows after a number, in order.
     *
     * @param removalsAfter removed rows up to this number are passed over
     */
    List<FeedRow> after(Connection connection, View view, String partition, long seq, long removalsAfter, int most)
            throws SQLException {
        View.Condition seen = view.in(partition);
        List<FeedRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                COLUMNS + seen.sql() + " AND seq > ? AND (removed = 0 OR seq > ?) ORDER BY seq LIMIT ?")) {
            int at = bind(select, seen);
            select.setLong(at, seq);
            select.setLong(at + 1, removalsAfter);
            select.setInt(at + 2, most);
            read(select, rows::add);
        }
        return rows;
    }

    /** Whether the row is still seen from some other place of the view. */
    boolean isSeen(Connection connection, View view, String type, String id) throws SQLException {
        for (String partition : view.partitions()) {
            View.Condition seen = view.in(partition);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT 1 FROM feed_row WHERE " + seen.sql() + " AND type = ? AND id = ? AND removed = 0")) {
                int at = bind(select, seen);
                select.setString(at, type);
                select.setString(at + 1, id);
                try (ResultSet row = select.executeQuery()) {
                    if (row.next()) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Every row that is there, of one partition. */
    void present(Connection connection, View view, String partition, Consumer<FeedRow> reader) throws SQLException {
        View.Condition seen = view.in(partition);
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT partition_code, seq, type, id, version, '', removed, erased FROM feed_row WHERE " + seen.sql()
                        + " AND removed = 0")) {
            select.setFetchSize(1_000);
            bind(select, seen);
            read(select, reader);
        }
    }

    private static int bind(PreparedStatement select, View.Condition seen) throws SQLException {
        int at = 1;
        for (String value : seen.values()) {
            select.setString(at++, value);
        }
        return at;
    }

    private static void read(PreparedStatement select, Consumer<FeedRow> reader) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reader.accept(new FeedRow(
                        row.getString(1),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getInt(7) != 0,
                        row.getInt(8) != 0));
            }
        }
    }
}

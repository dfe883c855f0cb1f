package vn.sothon.server;

import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import vn.sothon.server.app.RunningServer;

/** What stands in feed and log, in words. */
public final class FeedRows {
    private FeedRows() {}

    /** Rows of a partition that are not removed: {@code type id data}. */
    public static List<String> of(RunningServer server, String partition) {
        return read(
                server,
                "SELECT type, id, data FROM feed_row WHERE partition_code = ? AND removed = 0 ORDER BY seq",
                partition);
    }

    /** Entries of a partition's log as they are written. */
    public static List<String> log(RunningServer server, String partition) {
        return read(server, "SELECT entry FROM log_entry WHERE partition_code = ? ORDER BY n", partition);
    }

    @SuppressWarnings("unchecked")
    private static List<String> read(RunningServer server, String sql, String partition) {
        TransactionOperations<Connection> transactions = server.bean(TransactionOperations.class);
        return transactions.executeRead(status -> {
            List<String> lines = new ArrayList<>();
            try (PreparedStatement read = status.getConnection().prepareStatement(sql)) {
                read.setString(1, partition);
                try (ResultSet rows = read.executeQuery()) {
                    int columns = rows.getMetaData().getColumnCount();
                    while (rows.next()) {
                        List<String> line = new ArrayList<>();
                        for (int i = 1; i <= columns; i++) {
                            line.add(rows.getString(i));
                        }
                        lines.add(String.join(" ", line));
                    }
                }
            }
            return lines;
        });
    }
}

package vn.sothon.server.ops;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.ledger.Ledger;
import vn.sothon.server.platform.ledger.LogEntry;

/** Walks each commune's chain from its first entry to the head the server shows. */
@Singleton
final class ChainCheck {
    private record Partition(String code, long n, String head) {}

    int check(Connection connection, LoggedHashes logged, List<Fault> faults) throws SQLException {
        List<Partition> partitions = Sql.list(
                connection,
                "SELECT code, log_n, log_head FROM feed_partition ORDER BY code",
                row -> new Partition(row.getString(1), row.getLong(2), row.getString(3)));
        for (Partition partition : partitions) {
            walk(connection, partition, logged, faults);
        }
        return partitions.size();
    }

    private static void walk(Connection connection, Partition partition, LoggedHashes logged, List<Fault> faults)
            throws SQLException {
        long n = 0;
        String head = Ledger.EMPTY_HEAD;
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT n, entry, head, about FROM log_entry WHERE partition_code = ? ORDER BY n")) {
            statement.setString(1, partition.code);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    n++;
                    String where = partition.code + "#" + row.getLong(1);
                    if (row.getLong(1) != n) {
                        faults.add(new Fault("LOG_ENTRY_MISSING", partition.code + "#" + n));
                        n = row.getLong(1);
                    }
                    String entry = row.getString(2);
                    head = Ledger.next(head, entry);
                    if (!head.equals(row.getString(3))) {
                        faults.add(new Fault("LOG_CHAIN_BROKEN", where));
                        head = row.getString(3);
                    }
                    read(entry, row.getString(4), n, where, logged, faults);
                }
            }
        }
        if (n != partition.n || !head.equals(partition.head)) {
            faults.add(new Fault("LOG_HEAD_DIFFERS", partition.code));
        }
    }

    private static void read(
            String entry, String about, long n, String where, LoggedHashes logged, List<Fault> faults) {
        try {
            LogEntry.Numbered numbered = Json.strict(entry, LogEntry.Numbered.class);
            if (numbered.n() != n) {
                faults.add(new Fault("LOG_ENTRY_MISNUMBERED", where));
            }
            if (!numbered.id().equals(about)) {
                faults.add(new Fault("LOG_ENTRY_MISKEYED", where));
            }
            logged.add(numbered);
        } catch (JsonRefused e) {
            faults.add(new Fault("LOG_ENTRY_UNREADABLE", where));
        }
    }
}

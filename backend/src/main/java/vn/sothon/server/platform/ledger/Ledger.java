package vn.sothon.server.platform.ledger;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Push.Receipt;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.platform.clock.ServerClock;

/**
 * Gives feed rows and log entries their place. It runs as the last step before the commit and takes the partitions in
 * the order of their codes, so that the order of numbers is the order of commits on every engine and a reader never
 * skips a row that commits late.
 */
@Singleton
public class Ledger {
    /** The partition of what concerns everybody. */
    public static final String COUNTRY = "VN";

    /** The head of an empty log. */
    public static final String EMPTY_HEAD = "0".repeat(64);

    private static final String TAKE =
            "UPDATE feed_partition SET seq = seq + ?, log_n = log_n + ? WHERE code = ? RETURNING seq, log_n, log_head";

    private static final String FEED =
            """
            INSERT INTO feed_row (partition_code, type, id, scope_key, seq, version, village_code, group_code,
                                  person_id, concerned_id, data, removed, erased, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (partition_code, type, id, scope_key) DO UPDATE SET
                seq = excluded.seq, version = excluded.version, concerned_id = excluded.concerned_id,
                data = excluded.data, removed = excluded.removed, erased = excluded.erased,
                changed_at = excluded.changed_at
            """;

    private final ServerClock clock;
    private final Collection<FeedObserver> observers;

    Ledger(ServerClock clock, Collection<FeedObserver> observers) {
        this.clock = clock;
        this.observers = observers;
    }

    /** The next head of a chain: SHA-256 over the previous head and the SHA-256 of the entry. */
    public static String next(String previousHead, String entry) {
        return Seals.sha256(previousHead + Seals.sha256(entry));
    }

    /**
     * Writes changes and entries with their numbers.
     *
     * @return where each log that moved now stands
     */
    public List<Receipt> advance(Connection connection, List<FeedChange> changes, List<LogEntry> entries)
            throws SQLException {
        if (!changes.isEmpty()) {
            for (FeedObserver observer : observers) {
                observer.announced(connection, changes);
            }
        }
        List<Receipt> receipts = new ArrayList<>();
        TreeSet<String> partitions = new TreeSet<>();
        Map<String, Map<String, FeedChange>> last = new LinkedHashMap<>();
        for (FeedChange change : changes) {
            partitions.add(change.partition());
            last.computeIfAbsent(change.partition(), p -> new LinkedHashMap<>())
                    .put(change.type() + "\n" + change.id() + "\n" + change.scopeKey(), change);
        }
        Map<String, List<LogEntry>> logs = new LinkedHashMap<>();
        for (LogEntry entry : entries) {
            partitions.add(entry.partition());
            logs.computeIfAbsent(entry.partition(), p -> new ArrayList<>()).add(entry);
        }
        for (String partition : partitions) {
            List<FeedChange> rows =
                    new ArrayList<>(last.getOrDefault(partition, Map.of()).values());
            Receipt receipt = one(connection, partition, rows, logs.getOrDefault(partition, List.of()));
            if (receipt != null) {
                receipts.add(receipt);
            }
        }
        return receipts;
    }

    private @Nullable Receipt one(
            Connection connection, String partition, List<FeedChange> changes, List<LogEntry> entries)
            throws SQLException {
        Place place = take(connection, partition, changes.size(), entries.size());
        long seq = place.seq - changes.size();
        try (PreparedStatement insert = connection.prepareStatement(FEED)) {
            for (FeedChange change : changes) {
                seq++;
                bind(insert, change, seq);
                insert.addBatch();
            }
            if (!changes.isEmpty()) {
                insert.executeBatch();
            }
        }
        if (entries.isEmpty()) {
            return null;
        }
        long n = place.logN - entries.size();
        String head = place.logHead;
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO log_entry (partition_code, n, about, entry, head) VALUES (?, ?, ?, ?, ?)")) {
            for (LogEntry entry : entries) {
                n++;
                String text = Json.write(entry.numbered(n));
                head = next(head, text);
                insert.setString(1, partition);
                insert.setLong(2, n);
                insert.setString(3, entry.id());
                insert.setString(4, text);
                insert.setString(5, head);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE feed_partition SET log_head = ? WHERE code = ?")) {
            update.setString(1, head);
            update.setString(2, partition);
            update.executeUpdate();
        }
        return new Receipt(partition, n, head);
    }

    private void bind(PreparedStatement insert, FeedChange change, long seq) throws SQLException {
        insert.setString(1, change.partition());
        insert.setString(2, change.type().name());
        insert.setString(3, change.id());
        insert.setString(4, change.scopeKey());
        insert.setLong(5, seq);
        insert.setLong(6, change.version());
        insert.setString(7, change.villageCode());
        insert.setString(8, change.groupCode());
        insert.setString(9, change.personId());
        insert.setString(10, change.concernedId());
        insert.setString(11, change.data());
        insert.setInt(12, change.removed() ? 1 : 0);
        insert.setInt(13, change.erased() ? 1 : 0);
        insert.setLong(14, clock.millis());
    }

    private static Place take(Connection connection, String partition, int rows, int entries) throws SQLException {
        try (PreparedStatement take = connection.prepareStatement(TAKE)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                take.setInt(1, rows);
                take.setInt(2, entries);
                take.setString(3, partition);
                try (ResultSet row = take.executeQuery()) {
                    if (row.next()) {
                        return new Place(row.getLong(1), row.getLong(2), row.getString(3));
                    }
                }
                open(connection, partition);
            }
        }
        throw new SQLException("partition cannot be opened");
    }

    private static void open(Connection connection, String partition) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO feed_partition (code, seq, log_n, log_head) VALUES (?, 0, 0, ?) ON CONFLICT (code) DO NOTHING")) {
            insert.setString(1, partition);
            insert.setString(2, EMPTY_HEAD);
            insert.executeUpdate();
        }
    }

    private record Place(long seq, long logN, String logHead) {}
}

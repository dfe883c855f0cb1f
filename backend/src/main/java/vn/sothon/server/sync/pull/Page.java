package vn.sothon.server.sync.pull;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.sothon.model.sync.Pull;

/**
 * One answer's worth of rows. Partitions are read one after the other, each in the order of its numbers, which is the
 * order of commits: what is not there yet has a higher number than what was read.
 */
final class Page {
    /** A page ends here even if its count is not reached: records may be large. */
    private static final int MOST_CHARS = 1 << 20;

    private final Map<String, Long> read = new HashMap<>();
    private final Map<String, Long> since = new HashMap<>();
    private final List<Pull.Change> changes = new ArrayList<>();
    private final List<Pull.Removed> removed = new ArrayList<>();
    private final RecordContents contents;
    private final String deviceId;
    private int room;
    private int chars = MOST_CHARS;
    private boolean more;

    /**
     * A page that has not been read.
     *
     * @param deviceId the reader: what it brought itself is sent back only where it begins from nothing
     */
    Page(Optional<Cursor> cursor, int room, RecordContents contents, String deviceId) {
        this.room = room;
        this.contents = contents;
        this.deviceId = deviceId;
        cursor.ifPresent(from -> {
            read.putAll(from.read());
            since.putAll(from.since());
        });
    }

    void read(Connection connection, FeedReader reader, View view) throws SQLException {
        for (String partition : view.partitions()) {
            // Asked before the rows: every row up to this number is visible to the query that follows.
            long top = reader.top(connection, partition);
            long from = read.getOrDefault(partition, 0L);
            if (top <= from && read.containsKey(partition)) {
                continue;
            }
            if (room <= 0 || chars <= 0) {
                more |= top > from;
                continue;
            }
            long removalsAfter = read.containsKey(partition) ? since.getOrDefault(partition, 0L) : top;
            long reached = take(connection, reader, view, partition, from, removalsAfter, top);
            read.put(partition, reached);
            if (removalsAfter > reached) {
                since.put(partition, removalsAfter);
            } else {
                since.remove(partition);
            }
        }
    }

    private long take(
            Connection connection,
            FeedReader reader,
            View view,
            String partition,
            long from,
            long removalsAfter,
            long top)
            throws SQLException {
        List<FeedRow> rows = reader.after(connection, view, partition, from, removalsAfter, room + 1);
        Map<String, String> bringers = contents.bringers(connection, rows);
        long reached = from;
        for (FeedRow row : rows) {
            if (room <= 0 || chars <= 0) {
                more = true;
                return reached;
            }
            String bringer = RecordContents.isStatus(row) ? bringers.get(row.id()) : null;
            if (bringer != null && (row.seq() <= removalsAfter || !bringer.equals(deviceId))) {
                content(connection, row.id());
            }
            take(connection, reader, view, row);
            reached = row.seq();
        }
        return Math.max(reached, top);
    }

    private void take(Connection connection, FeedReader reader, View view, FeedRow row) throws SQLException {
        room--;
        chars -= row.data().length();
        if (!row.removed()) {
            changes.add(new Pull.Change(
                    row.type(),
                    row.id(),
                    row.version(),
                    JsonNodeFactory.instance.rawValueNode(new RawValue(row.data()))));
        } else if (!reader.isSeen(connection, view, row.type(), row.id())) {
            // Gone from one place and seen from another is a move, not a removal.
            Boolean erase = row.erased() ? Boolean.TRUE : null;
            removed.add(new Pull.Removed(row.type(), row.id(), erase));
            if (RecordContents.isStatus(row)) {
                removed.add(new Pull.Removed(Pull.Type.record.name(), row.id(), erase));
            }
        }
    }

    /** Comes before its status, with which it is one step: a page may be one row longer for it. */
    private void content(Connection connection, String id) throws SQLException {
        String content = contents.content(connection, id);
        room--;
        chars -= content.length();
        changes.add(new Pull.Change(
                Pull.Type.record.name(),
                id,
                Pull.CONTENT_VERSION,
                JsonNodeFactory.instance.rawValueNode(new RawValue(content))));
    }

    List<Pull.Change> changes() {
        return changes;
    }

    List<Pull.Removed> removed() {
        return removed;
    }

    Map<String, Long> read() {
        return read;
    }

    Map<String, Long> since() {
        return since;
    }

    boolean more() {
        return more;
    }
}

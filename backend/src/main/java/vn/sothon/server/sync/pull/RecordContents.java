package vn.sothon.server.sync.pull;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.record.RecordStore;

/**
 * The rows {@code record}: an own record's sealed bytes beside its status. They lie with the records and not a second time
 * in the feed, so that a push pays nothing for them.
 */
@Singleton
class RecordContents {
    private static final String STATUS = Pull.Type.recordStatus.name();

    private final RecordStore records;

    RecordContents(RecordStore records) {
        this.records = records;
    }

    static boolean isStatus(FeedRow row) {
        return row.type().equals(STATUS);
    }

    /** For each record whose status is among the rows and whose content is kept: the device that brought it. */
    Map<String, String> bringers(Connection connection, List<FeedRow> rows) throws SQLException {
        return records.bringers(
                connection,
                rows.stream()
                        .filter(row -> isStatus(row) && !row.removed())
                        .map(FeedRow::id)
                        .toList());
    }

    /** Those of the records whose content is kept. */
    Collection<String> kept(Connection connection, Collection<String> ids) throws SQLException {
        return records.bringers(connection, ids).keySet();
    }

    /** A {@link vn.sothon.model.sync.SealedItem} as JSON. */
    String content(Connection connection, String id) throws SQLException {
        return Json.write(records.sealed(connection, UUID.fromString(id)));
    }
}

package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.files.FileArrived;
import vn.sothon.server.record.RecordStore;

/** A file came: every record that names it misses one thing less, and its author's phones are told. */
@Singleton
final class PhotosArrive implements FileArrived {
    private final RecordStore records;
    private final Statuses statuses;

    PhotosArrive(RecordStore records, Statuses statuses) {
        this.records = records;
        this.statuses = statuses;
    }

    @Override
    public void arrived(Tx tx, String sha256, long bytes, String mediaType) throws SQLException {
        for (UUID id : records.naming(tx.connection(), sha256)) {
            records.touch(tx.connection(), id);
            statuses.announce(tx, records.find(tx.connection(), id).orElseThrow());
        }
    }
}

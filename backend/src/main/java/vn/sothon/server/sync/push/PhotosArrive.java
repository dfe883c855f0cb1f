package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.UUID;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.files.FileArrived;
import vn.sothon.server.record.RecordStore;

/** A file came: records of whoever brought it that name it miss one thing less, and their authors' phones are told. */
@Singleton
final class PhotosArrive implements FileArrived {
    private final RecordStore records;
    private final Statuses statuses;
    private final ServerClock clock;

    PhotosArrive(RecordStore records, Statuses statuses, ServerClock clock) {
        this.records = records;
        this.statuses = statuses;
        this.clock = clock;
    }

    @Override
    public void arrived(Tx tx, Arrived file) throws SQLException {
        records.brought(tx.connection(), file, clock.now());
        for (UUID id : records.naming(tx.connection(), file)) {
            records.noteDiffering(tx.connection(), id, clock.now());
            records.touch(tx.connection(), id);
            statuses.announce(tx, records.find(tx.connection(), id).orElseThrow());
        }
    }
}

package vn.sothon.server.platform.files;

import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.util.List;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;

/** Writes down that a file lies at its place, and tells those who wait for it in the same work. */
@Singleton
public class Arrivals {
    private static final String INSERT =
            "INSERT INTO stored_file (sha256, bytes, media_type, stored_at) VALUES (?, ?, ?, ?) ON CONFLICT (sha256) DO NOTHING";

    private final ServerClock clock;
    private final List<FileArrived> listeners;

    Arrivals(ServerClock clock, List<FileArrived> listeners) {
        this.clock = clock;
        this.listeners = listeners;
    }

    public void arrived(Tx tx, FileArrived.Arrived file) throws Exception {
        try (PreparedStatement insert = tx.connection().prepareStatement(INSERT)) {
            insert.setString(1, file.sha256());
            insert.setLong(2, file.bytes());
            insert.setString(3, file.mediaType());
            insert.setLong(4, clock.millis());
            insert.executeUpdate();
        }
        for (FileArrived listener : listeners) {
            listener.arrived(tx, file);
        }
    }
}

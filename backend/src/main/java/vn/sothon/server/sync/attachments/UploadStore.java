package vn.sothon.server.sync.attachments;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;

/** The table {@code upload}. */
@Singleton
class UploadStore {
    private static final String SELECT =
            "SELECT id, device_id, sha256, length, expires_at, finished_at FROM upload WHERE ";

    private final TransactionOperations<Connection> transactions;
    private final ServerClock clock;

    UploadStore(TransactionOperations<Connection> transactions, ServerClock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    Optional<Upload> find(String id) {
        return read("id = ?", id).stream().findFirst();
    }

    /** Unfinished uploads of one device for one file. */
    List<Upload> unfinished(UUID deviceId, String sha256) {
        return read("finished_at IS NULL AND device_id = ? AND sha256 = ?", deviceId.toString(), sha256);
    }

    List<Upload> unfinished() {
        return read("finished_at IS NULL");
    }

    List<Upload> expired() {
        return read("expires_at <= ?", clock.millis());
    }

    /** How many bytes the device has announced and not finished. */
    long unfinishedBytes(Tx tx, UUID deviceId) throws SQLException {
        try (PreparedStatement select = tx.connection()
                .prepareStatement(
                        "SELECT COALESCE(SUM(length), 0) FROM upload WHERE finished_at IS NULL AND device_id = ?")) {
            select.setString(1, deviceId.toString());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    void insert(Tx tx, Upload upload) throws SQLException {
        try (PreparedStatement insert = tx.connection()
                .prepareStatement(
                        "INSERT INTO upload (id, device_id, sha256, length, made_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, upload.id());
            insert.setString(2, upload.deviceId().toString());
            insert.setString(3, upload.sha256());
            insert.setLong(4, upload.length());
            insert.setLong(5, clock.millis());
            insert.setLong(6, upload.expires().toEpochMilli());
            insert.executeUpdate();
        }
    }

    void finished(Tx tx, String id) throws SQLException {
        try (PreparedStatement update =
                tx.connection().prepareStatement("UPDATE upload SET finished_at = ? WHERE id = ?")) {
            update.setLong(1, clock.millis());
            update.setString(2, id);
            update.executeUpdate();
        }
    }

    void delete(Tx tx, String id) throws SQLException {
        try (PreparedStatement delete = tx.connection().prepareStatement("DELETE FROM upload WHERE id = ?")) {
            delete.setString(1, id);
            delete.executeUpdate();
        }
    }

    private List<Upload> read(String where, Object... values) {
        return transactions.executeRead(status -> {
            List<Upload> uploads = new ArrayList<>();
            try (PreparedStatement select = status.getConnection().prepareStatement(SELECT + where)) {
                for (int i = 0; i < values.length; i++) {
                    select.setObject(i + 1, values[i]);
                }
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        uploads.add(upload(row));
                    }
                }
            }
            return uploads;
        });
    }

    private static Upload upload(ResultSet row) throws SQLException {
        String id = row.getString(1);
        UUID device = UUID.fromString(row.getString(2));
        String sha256 = row.getString(3);
        long length = row.getLong(4);
        Instant expires = Instant.ofEpochMilli(row.getLong(5));
        row.getLong(6);
        return new Upload(id, device, sha256, length, expires, !row.wasNull());
    }
}

package vn.sothon.server.ops;

import io.micronaut.context.annotation.Context;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.http.ServerName;

/** Which server this is: made once, kept in the database, so that it moves with the records. */
@Context
final class ServerIdentity implements ServerName {
    private final UUID serverId;
    private final long epoch;

    ServerIdentity(TransactionOperations<Connection> transactions, ServerClock clock) {
        Row row = transactions.executeWrite(status -> readOrMake(status.getConnection(), clock.millis()));
        this.serverId = row.serverId;
        this.epoch = row.epoch;
    }

    private static Row readOrMake(Connection connection, long now) throws SQLException {
        try (PreparedStatement make = connection.prepareStatement(
                "INSERT INTO server_identity (id, server_id, epoch, made_at) VALUES (1, ?, ?, ?) ON CONFLICT (id) DO NOTHING")) {
            make.setString(1, UUID.randomUUID().toString());
            make.setLong(2, 1);
            make.setLong(3, now);
            make.executeUpdate();
        }
        try (PreparedStatement read =
                        connection.prepareStatement("SELECT server_id, epoch FROM server_identity WHERE id = 1");
                ResultSet row = read.executeQuery()) {
            row.next();
            return new Row(UUID.fromString(row.getString(1)), row.getLong(2));
        }
    }

    @Override
    public UUID serverId() {
        return serverId;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    private record Row(UUID serverId, long epoch) {}
}

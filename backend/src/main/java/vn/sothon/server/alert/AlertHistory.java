package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.platform.db.Sql;

/** Everything that happened to an alert, in order. */
@Singleton
final class AlertHistory {
    void add(
            Connection connection,
            UUID alert,
            AlertEvent.What what,
            Instant at,
            @Nullable Actor who,
            @Nullable String note)
            throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO alert_history (alert_id, n, what, happened_at, person_id, acting_role, note)
                SELECT ?, COALESCE(MAX(n), 0) + 1, ?, CAST(? AS BIGINT), ?, ?, ? FROM alert_history WHERE alert_id = ?
                """,
                alert,
                what,
                at.toEpochMilli(),
                who == null ? null : who.personId(),
                who == null ? null : who.role(),
                note,
                alert);
    }

    List<AlertEvent> of(Connection connection, UUID alert) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT what, happened_at, person_id, acting_role, note FROM alert_history
                WHERE alert_id = ? ORDER BY n
                """,
                row -> {
                    String person = row.getString(3);
                    String role = row.getString(4);
                    return new AlertEvent(
                            AlertEvent.What.valueOf(row.getString(1)),
                            Instant.ofEpochMilli(row.getLong(2)),
                            person == null ? null : UUID.fromString(person),
                            role == null ? null : ActingRole.valueOf(role),
                            row.getString(5));
                },
                alert);
    }
}

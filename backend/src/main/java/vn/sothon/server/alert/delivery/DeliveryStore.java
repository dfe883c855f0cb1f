package vn.sothon.server.alert.delivery;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.sothon.server.platform.db.Sql;

/** The rows of the outbox. A conditional update decides whose a row is; the time of a claim only spares work. */
@Singleton
final class DeliveryStore {
    /** Writes a row once per opening, level, device and channel. */
    boolean add(
            Connection connection,
            UUID alert,
            int opening,
            int level,
            UUID device,
            String channel,
            boolean urgent,
            Instant dueAt,
            Instant at)
            throws SQLException {
        return Sql.update(
                        connection,
                        """
                        INSERT INTO alert_delivery (id, alert_id, opening, level, device_id, channel, urgent, state,
                            due_at, attempts, claimed_until, made_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, 'WAITING', ?, 0, 0, ?)
                        ON CONFLICT (alert_id, opening, level, device_id, channel) DO NOTHING
                        """,
                        UUID.randomUUID(),
                        alert,
                        opening,
                        level,
                        device,
                        channel,
                        urgent,
                        dueAt.toEpochMilli(),
                        at.toEpochMilli())
                == 1;
    }

    List<Delivery> due(Connection connection, Instant now, int most) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT id, alert_id, device_id, channel, urgent, attempts, made_at FROM alert_delivery
                WHERE state = 'WAITING' AND due_at <= ? AND claimed_until <= ? ORDER BY due_at, id LIMIT ?
                """,
                row -> new Delivery(
                        UUID.fromString(row.getString(1)),
                        UUID.fromString(row.getString(2)),
                        UUID.fromString(row.getString(3)),
                        row.getString(4),
                        row.getInt(5) == 1,
                        row.getInt(6),
                        Instant.ofEpochMilli(row.getLong(7))),
                now.toEpochMilli(),
                now.toEpochMilli(),
                most);
    }

    /** Makes a row this sender's until then; false where another one was first. */
    boolean claim(Connection connection, Delivery delivery, String sender, Instant now, Instant until)
            throws SQLException {
        return Sql.update(
                        connection,
                        """
                        UPDATE alert_delivery SET claimed_by = ?, claimed_until = ?, attempts = attempts + 1
                        WHERE id = ? AND state = 'WAITING' AND claimed_until <= ? AND attempts = ?
                        """,
                        sender,
                        until.toEpochMilli(),
                        delivery.id(),
                        now.toEpochMilli(),
                        delivery.attempts())
                == 1;
    }

    /** It is over, if this sender still holds it. */
    void settle(Connection connection, UUID id, String sender, String state, String outcome, Instant at)
            throws SQLException {
        Sql.update(
                connection,
                """
                UPDATE alert_delivery SET state = ?, outcome = ?, settled_at = ?, claimed_by = NULL, claimed_until = 0
                WHERE id = ? AND state = 'WAITING' AND claimed_by = ?
                """,
                state,
                outcome,
                at.toEpochMilli(),
                id,
                sender);
    }

    /** Another attempt then, if this sender still holds it. */
    void postpone(Connection connection, UUID id, String sender, String outcome, Instant dueAt) throws SQLException {
        Sql.update(
                connection,
                """
                UPDATE alert_delivery SET due_at = ?, outcome = ?, claimed_by = NULL, claimed_until = 0
                WHERE id = ? AND state = 'WAITING' AND claimed_by = ?
                """,
                dueAt.toEpochMilli(),
                outcome,
                id,
                sender);
    }

    /** Whether the alert still wants to be told: a message about one that is settled only disturbs. */
    boolean isResolved(Connection connection, UUID alert) throws SQLException {
        return Sql.one(connection, "SELECT state FROM alert WHERE id = ?", row -> row.getString(1), alert)
                .filter("RESOLVED"::equals)
                .isPresent();
    }

    /** How messages of the last days ended, each outcome with how often and when last; those that wait too. */
    List<PushTests.Tally> tally(Connection connection, Instant since) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT state, COALESCE(outcome, ''), COUNT(*), MAX(COALESCE(settled_at, made_at)) FROM alert_delivery
                WHERE made_at >= ? GROUP BY state, COALESCE(outcome, '') ORDER BY 4 DESC
                """,
                row -> new PushTests.Tally(
                        row.getString(1), row.getString(2), row.getLong(3), Instant.ofEpochMilli(row.getLong(4))),
                since.toEpochMilli());
    }

    /** What became of messages about one thing, the newest first. */
    List<PushTests.Tally> about(Connection connection, UUID alert) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT state, COALESCE(outcome, ''), 1, COALESCE(settled_at, made_at) FROM alert_delivery
                WHERE alert_id = ? ORDER BY made_at DESC, id LIMIT 10
                """,
                row -> new PushTests.Tally(
                        row.getString(1), row.getString(2), row.getLong(3), Instant.ofEpochMilli(row.getLong(4))),
                alert);
    }

    /** Removes what was over before that time. */
    int forget(Connection connection, Instant before) throws SQLException {
        return Sql.update(
                connection,
                "DELETE FROM alert_delivery WHERE state <> 'WAITING' AND settled_at < ?",
                before.toEpochMilli());
    }
}

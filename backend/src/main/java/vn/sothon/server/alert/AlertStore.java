package vn.sothon.server.alert;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView.Step;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.alert.rule.Noticed;
import vn.sothon.server.platform.db.Sql;

/** The rows of alerts and of what keeps each alive. */
@Singleton
final class AlertStore {
    private static final TypeReference<Map<String, String>> ARGS = new TypeReference<>() {};

    Optional<Alert> find(Connection connection, UUID id) throws SQLException {
        return Sql.one(connection, "SELECT * FROM alert WHERE id = ?", AlertStore::read, id);
    }

    /** Writes the alert as it now is. */
    void put(Connection connection, Alert alert) throws SQLException {
        Step acknowledged = alert.acknowledged();
        Step resolved = alert.resolved();
        Sql.update(
                connection,
                """
                INSERT INTO alert (id, rule, matter, severity, state, commune_code, village_code, group_code, association,
                    record_id, loan_id, person_id, plan_task_id, task_code, args, occurrences, opening, opened_at,
                    opened_version, last_seen_at, level, due_at, assigned_to, acknowledged_by, acknowledged_role,
                    acknowledged_at, acknowledged_note, resolved_by, resolved_role, resolved_at, resolved_note, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS BIGINT), ?, ?, ?, CAST(? AS BIGINT),
                    ?, ?, ?, CAST(? AS BIGINT), ?, ?, ?, CAST(? AS BIGINT), ?, ?)
                ON CONFLICT (id) DO UPDATE SET severity = excluded.severity, state = excluded.state,
                    commune_code = excluded.commune_code, village_code = excluded.village_code,
                    group_code = excluded.group_code, association = excluded.association,
                    record_id = excluded.record_id, loan_id = excluded.loan_id, person_id = excluded.person_id,
                    plan_task_id = excluded.plan_task_id, task_code = excluded.task_code, args = excluded.args,
                    occurrences = excluded.occurrences, opening = excluded.opening, opened_at = excluded.opened_at,
                    opened_version = excluded.opened_version, last_seen_at = excluded.last_seen_at,
                    level = excluded.level, due_at = excluded.due_at, assigned_to = excluded.assigned_to,
                    acknowledged_by = excluded.acknowledged_by, acknowledged_role = excluded.acknowledged_role,
                    acknowledged_at = excluded.acknowledged_at, acknowledged_note = excluded.acknowledged_note,
                    resolved_by = excluded.resolved_by, resolved_role = excluded.resolved_role,
                    resolved_at = excluded.resolved_at, resolved_note = excluded.resolved_note,
                    version = excluded.version
                """,
                alert.id(),
                alert.rule(),
                alert.matter(),
                alert.severity(),
                alert.state(),
                alert.place().communeCode(),
                alert.place().villageCode(),
                alert.place().groupCode(),
                alert.place().association(),
                alert.refs().recordId(),
                alert.refs().loanId(),
                alert.refs().personId(),
                alert.refs().planTaskId(),
                alert.refs().taskCode(),
                Json.write(alert.args()),
                alert.occurrences(),
                alert.opening(),
                alert.openedAt().toEpochMilli(),
                alert.openedVersion(),
                alert.lastSeenAt().toEpochMilli(),
                alert.level(),
                millis(alert.dueAt()),
                alert.assignedTo(),
                acknowledged == null ? null : acknowledged.by(),
                acknowledged == null ? null : acknowledged.role(),
                acknowledged == null ? null : millis(acknowledged.at()),
                acknowledged == null ? null : acknowledged.note(),
                resolved == null ? null : resolved.by(),
                resolved == null ? null : resolved.role(),
                resolved == null ? null : millis(resolved.at()),
                resolved == null ? null : resolved.note(),
                alert.version());
    }

    /** Moves an open alert one level up, if nobody did so or answered before; whether this call did. */
    boolean escalate(Connection connection, Alert seen, @Nullable Instant nextDue) throws SQLException {
        return Sql.update(
                        connection,
                        """
                        UPDATE alert SET level = level + 1, due_at = CAST(? AS BIGINT), version = version + 1
                        WHERE id = ? AND level = ? AND state = 'OPEN' AND due_at = CAST(? AS BIGINT)
                        """,
                        millis(nextDue),
                        seen.id(),
                        seen.level(),
                        millis(seen.dueAt()))
                == 1;
    }

    /** It goes no further up, if nothing has happened to it since. */
    void stay(Connection connection, Alert seen) throws SQLException {
        Sql.update(
                connection,
                "UPDATE alert SET due_at = NULL WHERE id = ? AND level = ? AND due_at = CAST(? AS BIGINT)",
                seen.id(),
                seen.level(),
                millis(seen.dueAt()));
    }

    /** Open alerts whose time to go up has come. */
    List<Alert> due(Connection connection, Instant now, int most) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM alert WHERE state = 'OPEN' AND due_at <= ? ORDER BY due_at LIMIT ?",
                AlertStore::read,
                now.toEpochMilli(),
                most);
    }

    /** Ids of unresolved alerts of a rule in a commune. */
    List<UUID> unresolved(Connection connection, String communeCode, AlertRule rule) throws SQLException {
        return ids(
                connection,
                "SELECT id FROM alert WHERE commune_code = ? AND rule = ? AND state <> 'RESOLVED' ORDER BY id",
                communeCode,
                rule);
    }

    /** Ids of a commune's alerts that are unresolved or were resolved after that time. */
    List<UUID> presentIn(Connection connection, String communeCode, Instant since) throws SQLException {
        return ids(
                connection,
                "SELECT id FROM alert WHERE commune_code = ? AND (state <> 'RESOLVED' OR resolved_at > ?) ORDER BY id",
                communeCode,
                since.toEpochMilli());
    }

    /** Ids of a commune's alerts that somebody still has though they were resolved before that time. */
    List<UUID> longOver(Connection connection, String communeCode, Instant since) throws SQLException {
        return ids(
                connection,
                """
                SELECT id FROM alert a WHERE commune_code = ? AND state = 'RESOLVED' AND resolved_at <= ?
                    AND EXISTS (SELECT 1 FROM alert_reader r WHERE r.alert_id = a.id) ORDER BY id
                """,
                communeCode,
                since.toEpochMilli());
    }

    /** Lets a source keep the alert alive; whether it did not do so before. */
    boolean enliven(Connection connection, UUID alert, String source, Instant at) throws SQLException {
        return Sql.update(
                        connection,
                        """
                        INSERT INTO alert_source (alert_id, source, live, seen_at) VALUES (?, ?, 1, ?)
                        ON CONFLICT (alert_id, source) DO UPDATE SET live = 1, seen_at = excluded.seen_at
                            WHERE alert_source.live = 0
                        """,
                        alert,
                        source,
                        at.toEpochMilli())
                == 1;
    }

    /** Takes a source away; whether the alert has none left. */
    boolean deaden(Connection connection, UUID alert, String source) throws SQLException {
        int gone = Sql.update(
                connection,
                "UPDATE alert_source SET live = 0 WHERE alert_id = ? AND source = ? AND live = 1",
                alert,
                source);
        return gone == 1
                && ids(connection, "SELECT alert_id FROM alert_source WHERE alert_id = ? AND live = 1", alert)
                        .isEmpty();
    }

    /** Alerts that a source keeps alive. */
    List<UUID> aliveBy(Connection connection, String source) throws SQLException {
        return ids(connection, "SELECT alert_id FROM alert_source WHERE source = ? AND live = 1", source);
    }

    /** What keeps an alert alive. */
    List<String> sources(Connection connection, UUID alert) throws SQLException {
        return Sql.list(
                connection,
                "SELECT source FROM alert_source WHERE alert_id = ? AND live = 1 ORDER BY source",
                row -> row.getString(1),
                alert);
    }

    private static List<UUID> ids(Connection connection, String sql, @Nullable Object... parameters)
            throws SQLException {
        return Sql.list(connection, sql, row -> UUID.fromString(row.getString(1)), parameters);
    }

    private static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                UUID.fromString(row.getString("id")),
                row.getString("matter"),
                AlertRule.valueOf(row.getString("rule")),
                AlertSeverity.valueOf(row.getString("severity")),
                AlertState.valueOf(row.getString("state")),
                new Noticed.Place(
                        row.getString("commune_code"),
                        row.getString("village_code"),
                        row.getString("group_code"),
                        row.getString("association")),
                new Noticed.Refs(
                        uuid(row, "record_id"),
                        uuid(row, "loan_id"),
                        uuid(row, "person_id"),
                        uuid(row, "plan_task_id"),
                        row.getString("task_code")),
                args(row.getString("args")),
                row.getInt("occurrences"),
                row.getInt("opening"),
                Instant.ofEpochMilli(row.getLong("opened_at")),
                row.getLong("opened_version"),
                Instant.ofEpochMilli(row.getLong("last_seen_at")),
                row.getInt("level"),
                instant(row, "due_at"),
                uuid(row, "assigned_to"),
                step(row, "acknowledged"),
                step(row, "resolved"),
                row.getLong("version"));
    }

    private static @Nullable Step step(ResultSet row, String what) throws SQLException {
        Instant at = instant(row, what + "_at");
        String role = row.getString(what + "_role");
        return at == null
                ? null
                : new Step(
                        uuid(row, what + "_by"),
                        role == null ? null : ActingRole.valueOf(role),
                        at,
                        row.getString(what + "_note"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : UUID.fromString(text);
    }

    private static Map<String, String> args(String json) {
        try {
            return Json.mapper().readValue(json, ARGS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.sothon.server.tie;

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
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.TieView;
import vn.sothon.model.sync.TieView.By;
import vn.sothon.model.sync.TieView.Reason;
import vn.sothon.server.platform.db.Sql;

/** The rows of ties: one per head, tied or not. */
@Singleton
final class TieStore {
    private static final TypeReference<Map<String, String>> ARGS = new TypeReference<>() {};
    private static final TypeReference<List<UUID>> IDS = new TypeReference<>() {};

    Optional<RecordTie> find(Connection connection, UUID record) throws SQLException {
        return Sql.one(
                connection,
                """
                SELECT plan_task_id, plan_id, task_key, task_title, made_by, reason_code, phrase, args, others, version
                FROM tie WHERE record_id = ?
                """,
                TieStore::read,
                record);
    }

    void save(Connection connection, UUID record, RecordTie tie, Instant at) throws SQLException {
        TieView view = tie.tie();
        Sql.update(
                connection,
                """
                INSERT INTO tie (record_id, plan_task_id, plan_id, task_key, task_title, made_by, reason_code, phrase,
                    args, others, tied_at, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (record_id) DO UPDATE SET plan_task_id = excluded.plan_task_id,
                    plan_id = excluded.plan_id, task_key = excluded.task_key, task_title = excluded.task_title,
                    made_by = excluded.made_by, reason_code = excluded.reason_code, phrase = excluded.phrase,
                    args = excluded.args, others = excluded.others, tied_at = excluded.tied_at,
                    version = excluded.version
                """,
                record,
                view == null ? null : view.planTaskId(),
                view == null ? null : view.planId(),
                view == null ? null : view.taskCode(),
                view == null ? null : view.taskTitle(),
                tie.by(),
                tie.reason().code(),
                tie.reason().phrase(),
                Json.write(tie.reason().args()),
                Json.write(view == null ? List.of() : view.others()),
                at.toEpochMilli(),
                tie.version());
    }

    void remove(Connection connection, UUID record) throws SQLException {
        Sql.update(connection, "DELETE FROM tie WHERE record_id = ?", record);
    }

    List<UUID> untiedSince(Connection connection, Instant before) throws SQLException {
        return Sql.list(
                connection,
                "SELECT record_id FROM tie WHERE plan_task_id IS NULL AND tied_at < ? ORDER BY tied_at, record_id",
                row -> UUID.fromString(row.getString(1)),
                before.toEpochMilli());
    }

    private static RecordTie read(ResultSet row) throws SQLException {
        By by = By.valueOf(row.getString("made_by"));
        Reason reason =
                new Reason(row.getString("reason_code"), row.getString("phrase"), parse(row.getString("args"), ARGS));
        String task = row.getString("plan_task_id");
        TieView view = task == null
                ? null
                : new TieView(
                        UUID.fromString(task),
                        UUID.fromString(row.getString("plan_id")),
                        row.getString("task_key"),
                        row.getString("task_title"),
                        by,
                        reason,
                        parse(row.getString("others"), IDS));
        return new RecordTie(view, by, reason, row.getLong("version"));
    }

    private static <T> T parse(String json, TypeReference<T> type) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

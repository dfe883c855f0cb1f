package vn.sothon.server.plan;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.plan.StoredPlan.Source;
import vn.sothon.server.plan.StoredPlan.Term;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Sql;

/** Rows of plans, their tasks, corrections and changes. */
@Singleton
class PlanStore {

    Optional<StoredPlan> find(Connection connection, UUID id) throws SQLException {
        return Sql.one(connection, "SELECT * FROM plan WHERE id = ?", PlanStore::plan, id);
    }

    StoredPlan require(Connection connection, UUID planId) throws SQLException {
        return find(connection, planId)
                .orElseThrow(() -> new AdminRefused("UNKNOWN_PLAN", "No plan has the id " + planId + "."));
    }

    List<StoredPlan> all(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT * FROM plan ORDER BY imported_at, id", PlanStore::plan);
    }

    /** All versions that were ever published, oldest first. */
    List<StoredPlan> ofLine(Connection connection, UUID line) throws SQLException {
        return Sql.list(connection, "SELECT * FROM plan WHERE line_id = ? ORDER BY version_no", PlanStore::plan, line);
    }

    List<StoredPlan> published(Connection connection, String areaCode) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM plan WHERE area_code = ? AND status = 'PUBLISHED' ORDER BY imported_at, id",
                PlanStore::plan,
                areaCode);
    }

    void insert(Connection connection, StoredPlan plan) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO plan (id, title, issuer_name, level, status, revision, source_name, source_sha256, document,
                                  imported_at)
                VALUES (?, '', '', '', ?, 0, ?, ?, '', ?)
                """,
                plan.id(),
                plan.status(),
                plan.source().name(),
                plan.source().sha256(),
                plan.source().importedAt().toEpochMilli());
        save(connection, plan);
    }

    void save(Connection connection, StoredPlan plan) throws SQLException {
        ImportedPlan document = plan.document();
        Sql.update(
                connection,
                """
                UPDATE plan SET title = ?, issuer_name = ?, level = ?, area_code = ?, number = ?, dated = ?,
                    status = ?, revision = ?, document = ?, task_count = ?, doubt_count = ?
                WHERE id = ?
                """,
                document.title(),
                orEmpty(document.issuer().name()),
                orEmpty(document.issuer().level()),
                plan.areaCode(),
                document.number(),
                document.date(),
                plan.status(),
                plan.revision(),
                Json.write(document),
                document.tasks().size(),
                Reading.doubts(document),
                plan.id());
        Term term = plan.term();
        if (term != null) {
            Sql.update(
                    connection,
                    """
                    UPDATE plan SET line_id = ?, version_no = ?, effective_from = ?, effective_to = ?, last_day = ?,
                        taken_back = ?, published_at = ?
                    WHERE id = ?
                    """,
                    term.line(),
                    term.number(),
                    term.from(),
                    term.to(),
                    term.lastDay(),
                    term.takenBack(),
                    term.publishedAt().toEpochMilli(),
                    plan.id());
        }
    }

    /** The stored text itself: writing a reading again may order its sets otherwise. */
    String document(Connection connection, UUID id) throws SQLException {
        return Sql.one(connection, "SELECT document FROM plan WHERE id = ?", row -> row.getString(1), id)
                .orElseThrow();
    }

    private static String orEmpty(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    List<PlanTask> tasks(Connection connection, UUID versionId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT task FROM plan_task WHERE plan_id = ? ORDER BY position",
                row -> read(row.getString(1), PlanTask.class),
                versionId);
    }

    void saveTasks(Connection connection, UUID versionId, List<PlanTask> tasks) throws SQLException {
        Sql.update(connection, "DELETE FROM plan_task WHERE plan_id = ?", versionId);
        int position = 0;
        for (PlanTask task : tasks) {
            Sql.update(
                    connection,
                    "INSERT INTO plan_task (plan_id, task_key, id, position, content, task) VALUES (?, ?, ?, ?, ?, ?)",
                    versionId,
                    task.key(),
                    task.id(),
                    position++,
                    task.content(),
                    Json.write(task));
        }
    }

    void log(Connection connection, UUID versionId, Correction correction) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO plan_correction (plan_id, n, task_key, field, old_value, new_value, by_whom, reason,
                                             corrected_at)
                VALUES (?, (SELECT COUNT(*) + 1 FROM plan_correction WHERE plan_id = ?), ?, ?, ?, ?, ?, ?, ?)
                """,
                versionId,
                versionId,
                correction.taskKey(),
                correction.field(),
                correction.oldValue() == null ? null : Json.write(correction.oldValue()),
                correction.newValue() == null ? null : Json.write(correction.newValue()),
                correction.byWhom(),
                correction.reason(),
                correction.at().toEpochMilli());
    }

    List<Correction> corrections(Connection connection, UUID versionId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM plan_correction WHERE plan_id = ? ORDER BY n",
                row -> new Correction(
                        row.getString("task_key"),
                        row.getString("field"),
                        value(row.getString("old_value")),
                        value(row.getString("new_value")),
                        row.getString("by_whom"),
                        row.getString("reason"),
                        Instant.ofEpochMilli(row.getLong("corrected_at"))),
                versionId);
    }

    void saveChanges(Connection connection, UUID versionId, List<TaskChange> changes) throws SQLException {
        Sql.update(connection, "DELETE FROM plan_task_change WHERE plan_id = ?", versionId);
        int n = 0;
        for (TaskChange change : changes) {
            Sql.update(
                    connection,
                    """
                    INSERT INTO plan_task_change (plan_id, n, outcome, task_id, old_key, new_key, old_content,
                                                  new_content)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    versionId,
                    ++n,
                    change.outcome(),
                    change.taskId(),
                    change.oldKey(),
                    change.newKey(),
                    change.oldContent(),
                    change.newContent());
        }
    }

    List<TaskChange> changes(Connection connection, UUID versionId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM plan_task_change WHERE plan_id = ? ORDER BY n",
                row -> new TaskChange(
                        TaskChange.Outcome.valueOf(row.getString("outcome")),
                        UUID.fromString(row.getString("task_id")),
                        row.getString("old_key"),
                        row.getString("new_key"),
                        row.getString("old_content"),
                        row.getString("new_content")),
                versionId);
    }

    private static StoredPlan plan(ResultSet row) throws SQLException {
        String line = row.getString("line_id");
        Term term = line == null
                ? null
                : new Term(
                        UUID.fromString(line),
                        row.getInt("version_no"),
                        LocalDate.parse(row.getString("effective_from")),
                        day(row.getString("effective_to")),
                        day(row.getString("last_day")),
                        row.getInt("taken_back") == 1,
                        Instant.ofEpochMilli(row.getLong("published_at")));
        return new StoredPlan(
                UUID.fromString(row.getString("id")),
                row.getLong("revision"),
                PlanStatus.valueOf(row.getString("status")),
                row.getString("area_code"),
                term,
                new Source(
                        row.getString("source_name"),
                        row.getString("source_sha256"),
                        Instant.ofEpochMilli(row.getLong("imported_at"))),
                read(row.getString("document"), ImportedPlan.class));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static @Nullable JsonNode value(@Nullable String json) {
        return json == null ? null : read(json, JsonNode.class);
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return Json.tolerant(json, type);
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored plan cannot be read: " + e.getMessage(), e);
        }
    }
}

package vn.sothon.server.plan.result;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.db.Sql;

/** Rows of results, figures and the rights to enter them. */
@Singleton
class ResultStore {
    private static final String ALL_TASKS = "";

    Optional<TaskResult> result(Connection connection, UUID id) throws SQLException {
        return Sql.one(connection, "SELECT * FROM task_result WHERE id = ?", ResultStore::result, id);
    }

    List<TaskResult> ofTask(Connection connection, UUID taskId) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM task_result WHERE task_id = ? ORDER BY done_on, entered_at, id",
                ResultStore::result,
                taskId);
    }

    List<TaskResult> ofLine(Connection connection, UUID line) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM task_result WHERE plan_line = ? ORDER BY done_on, entered_at, id",
                ResultStore::result,
                line);
    }

    /** How many results of a task stand for a place, and when the newest was done. */
    record Counted(UUID taskId, String areaCode, int n, LocalDate lastDoneOn) {}

    List<Counted> counted(Connection connection, Collection<UUID> tasks, LocalDate first, LocalDate last)
            throws SQLException {
        // Days go into the text: they are dates, not words of anybody.
        return Sql.in(
                connection,
                "SELECT task_id, area_code, COUNT(*) AS n, MAX(done_on) AS last_done FROM task_result"
                        + " WHERE is_head = 1 AND counts = 1 AND done_on BETWEEN '" + first + "' AND '" + last
                        + "' AND task_id IN (%s) GROUP BY task_id, area_code",
                row -> new Counted(
                        UUID.fromString(row.getString("task_id")),
                        row.getString("area_code"),
                        row.getInt("n"),
                        LocalDate.parse(row.getString("last_done"))),
                tasks.stream().map(UUID::toString).toList());
    }

    List<TaskResult> results(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT * FROM task_result ORDER BY id", ResultStore::result);
    }

    void insert(Connection connection, TaskResult result) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO task_result (id, plan_line, task_id, area_code, done_on, text, document_number, file_sha256,
                    person_id, corrects, original_id, is_head, counts, entered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                """,
                result.id(),
                result.planLine(),
                result.taskId(),
                result.areaCode(),
                result.doneOn(),
                result.text(),
                result.documentNumber(),
                result.file(),
                result.personId(),
                result.corrects(),
                result.originalId(),
                result.counts(),
                result.enteredAt().toEpochMilli());
        if (result.corrects() != null) {
            Sql.update(connection, "UPDATE task_result SET is_head = 0 WHERE id = ?", result.corrects());
        }
    }

    Optional<TargetFigure> figure(Connection connection, UUID id) throws SQLException {
        return Sql.one(connection, "SELECT * FROM target_figure WHERE id = ?", ResultStore::figure, id);
    }

    List<TargetFigure> figures(Connection connection) throws SQLException {
        return Sql.list(connection, "SELECT * FROM target_figure ORDER BY id", ResultStore::figure);
    }

    List<TargetFigure> figuresOfLine(Connection connection, UUID line) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM target_figure WHERE plan_line = ? ORDER BY period, entered_at, id",
                ResultStore::figure,
                line);
    }

    void insert(Connection connection, TargetFigure figure) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO target_figure (id, plan_line, target_id, area_code, period, figure, document_number,
                    person_id, corrects, original_id, is_head, counts, entered_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)
                """,
                figure.id(),
                figure.planLine(),
                figure.targetId(),
                figure.areaCode(),
                figure.period(),
                figure.figure().toPlainString(),
                figure.documentNumber(),
                figure.personId(),
                figure.corrects(),
                figure.originalId(),
                figure.counts(),
                figure.enteredAt().toEpochMilli());
        if (figure.corrects() != null) {
            Sql.update(connection, "UPDATE target_figure SET is_head = 0 WHERE id = ?", figure.corrects());
        }
    }

    void allow(
            Connection connection, UUID person, UUID line, @Nullable UUID task, LocalDate from, @Nullable LocalDate to)
            throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO task_right (person_id, plan_line, task_id, from_day, to_day) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (person_id, plan_line, task_id, from_day) DO UPDATE SET to_day = excluded.to_day
                """,
                person,
                line,
                task == null ? ALL_TASKS : task,
                from,
                to);
    }

    boolean isAllowed(Connection connection, UUID person, UUID line, @Nullable UUID task, LocalDate day)
            throws SQLException {
        return Sql.one(
                        connection,
                        """
                        SELECT 1 FROM task_right WHERE person_id = ? AND plan_line = ? AND task_id IN ('', ?)
                            AND from_day <= ? AND (to_day IS NULL OR to_day >= ?) LIMIT 1
                        """,
                        row -> row.getInt(1),
                        person,
                        line,
                        task == null ? ALL_TASKS : task,
                        day,
                        day)
                .isPresent();
    }

    /** Rights given for a plan or its tasks, ended ones too, the newest first. */
    List<ResultRights.Right> rights(Connection connection, UUID line) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT person_id, task_id, from_day, to_day FROM task_right WHERE plan_line = ?
                ORDER BY from_day DESC, person_id, task_id
                """,
                row -> {
                    String to = row.getString("to_day");
                    String task = row.getString("task_id");
                    return new ResultRights.Right(
                            UUID.fromString(row.getString("person_id")),
                            task.equals(ALL_TASKS) ? null : UUID.fromString(task),
                            LocalDate.parse(row.getString("from_day")),
                            to == null ? null : LocalDate.parse(to));
                },
                line);
    }

    private static TaskResult result(ResultSet row) throws SQLException {
        return new TaskResult(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("plan_line")),
                UUID.fromString(row.getString("task_id")),
                row.getString("area_code"),
                LocalDate.parse(row.getString("done_on")),
                row.getString("text"),
                row.getString("document_number"),
                row.getString("file_sha256"),
                UUID.fromString(row.getString("person_id")),
                id(row.getString("corrects")),
                UUID.fromString(row.getString("original_id")),
                row.getInt("is_head") == 1,
                row.getInt("counts") == 1,
                Instant.ofEpochMilli(row.getLong("entered_at")));
    }

    private static TargetFigure figure(ResultSet row) throws SQLException {
        return new TargetFigure(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("plan_line")),
                UUID.fromString(row.getString("target_id")),
                row.getString("area_code"),
                row.getString("period"),
                new BigDecimal(row.getString("figure")),
                row.getString("document_number"),
                UUID.fromString(row.getString("person_id")),
                id(row.getString("corrects")),
                UUID.fromString(row.getString("original_id")),
                row.getInt("is_head") == 1,
                row.getInt("counts") == 1,
                Instant.ofEpochMilli(row.getLong("entered_at")));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }
}

package vn.sothon.server.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.platform.db.Sql;

/** What others may ask of plans: the tasks of published plans, kept in memory until a plan changes. */
@Singleton
public final class PlanTaskLookup {
    private volatile Known known = new Known("", Map.of(), Map.of());

    /**
     * Tasks of published plans that govern any of these areas, whatever their dates: a task that lived on through a new
     * version stands here once per version, each time for other days.
     */
    public List<PlanTask> governing(Connection connection, Collection<String> areas) throws SQLException {
        Known now = now(connection);
        List<PlanTask> tasks = new ArrayList<>();
        for (String area : areas) {
            tasks.addAll(now.byArea.getOrDefault(area, List.of()));
        }
        return tasks;
    }

    /** A task that is or was in force, as its newest version words it. */
    public Optional<PlanTask> find(Connection connection, UUID id) throws SQLException {
        return Optional.ofNullable(now(connection).byId.get(id));
    }

    private Known now(Connection connection) throws SQLException {
        String stamp = Sql.one(
                        connection,
                        "SELECT COUNT(*), COALESCE(SUM(revision), 0) FROM plan WHERE status <> 'DRAFT'",
                        row -> row.getLong(1) + ":" + row.getLong(2))
                .orElseThrow();
        Known present = known;
        if (!present.stamp.equals(stamp)) {
            present = read(connection, stamp);
            known = present;
        }
        return present;
    }

    private static Known read(Connection connection, String stamp) throws SQLException {
        List<PlanTask> tasks = Sql.list(
                connection,
                """
                SELECT t.task FROM plan_task t JOIN plan p ON p.id = t.plan_id
                WHERE p.status <> 'DRAFT' AND p.taken_back = 0
                  AND (p.effective_to IS NULL OR p.effective_to >= p.effective_from)
                ORDER BY p.line_id, p.version_no, t.position
                """,
                row -> task(row.getString(1)));
        return new Known(
                stamp,
                tasks.stream().collect(Collectors.groupingBy(PlanTask::areaCode)),
                tasks.stream().collect(Collectors.toMap(PlanTask::id, Function.identity(), (older, newer) -> newer)));
    }

    private static PlanTask task(String json) {
        try {
            return Json.tolerant(json, PlanTask.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored task cannot be read: " + e.getMessage(), e);
        }
    }

    private record Known(String stamp, Map<String, List<PlanTask>> byArea, Map<UUID, PlanTask> byId) {}
}

package vn.sothon.server.report.rollup;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.plan.PlanTaskLookup;

/** Which tasks implement a task, as persons have decided. A proposal alone adds nothing to anybody's figures. */
@Singleton
public class RolledUp {
    private final TaskLinkStore store;
    private final PlanTaskLookup tasks;

    RolledUp(TaskLinkStore store, PlanTaskLookup tasks) {
        this.store = store;
        this.tasks = tasks;
    }

    /** A task of a commune's plan that implements one of the plan above. */
    public record Below(
            @JsonProperty("taskId") UUID taskId,
            @JsonProperty("areaCode") String areaCode,
            @JsonProperty("key") String key) {}

    /** The tasks below each of these, by place and key; a task whose plan was taken back has nothing below it. */
    public Map<UUID, List<Below>> below(Connection connection, List<PlanTask> above) throws SQLException {
        Map<UUID, List<Below>> below = new HashMap<>();
        for (TaskLinkStore.Decision decision :
                store.below(connection, above.stream().map(PlanTask::id).toList())) {
            Optional<PlanTask> child = tasks.find(connection, decision.child());
            UUID parent = decision.parent();
            if (child.isPresent() && parent != null) {
                below.computeIfAbsent(parent, id -> new ArrayList<>())
                        .add(new Below(
                                decision.child(),
                                child.get().areaCode(),
                                child.get().key()));
            }
        }
        below.values()
                .forEach(list -> list.sort(Comparator.comparing(Below::areaCode).thenComparing(Below::key)));
        return below;
    }
}

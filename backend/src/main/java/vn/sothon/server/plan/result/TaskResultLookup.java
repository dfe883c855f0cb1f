package vn.sothon.server.plan.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;

/** What others may ask of the results of tasks. A reader sees those of his own areas only. */
@Singleton
public class TaskResultLookup {
    private final ResultStore store;

    TaskResultLookup(ResultStore store) {
        this.store = store;
    }

    /**
     * How far a task's results go.
     *
     * @param results that count
     * @param lastDoneOn of the newest
     */
    public record Done(@JsonProperty("results") int results, @JsonProperty("lastDoneOn") LocalDate lastDoneOn) {

        /** Both together. */
        public Done and(Done other) {
            return new Done(
                    results + other.results, lastDoneOn.isAfter(other.lastDoneOn) ? lastDoneOn : other.lastDoneOn);
        }
    }

    /** All entries of a task for those areas, corrected ones too, oldest first. */
    public List<TaskResult> ofTask(Connection connection, UUID taskId, Collection<String> areas) throws SQLException {
        return seen(store.ofTask(connection, taskId), areas);
    }

    /** All entries of a plan for those areas, corrected ones too, oldest first. */
    public List<TaskResult> ofPlan(Connection connection, UUID line, Collection<String> areas) throws SQLException {
        return seen(store.ofLine(connection, line), areas);
    }

    /**
     * What counts as progress, by task: results that stand, done from the first to the last day. Counted from the results
     * themselves, so nothing kept can differ from a recount.
     *
     * @param areas the places whose results may be seen; a task outside the map has none
     */
    public Map<UUID, Done> done(
            Connection connection, Collection<UUID> tasks, LocalDate first, LocalDate last, Predicate<String> areas)
            throws SQLException {
        Map<UUID, Done> done = new LinkedHashMap<>();
        for (ResultStore.Counted counted : store.counted(connection, tasks, first, last)) {
            if (areas.test(counted.areaCode())) {
                done.merge(counted.taskId(), new Done(counted.n(), counted.lastDoneOn()), Done::and);
            }
        }
        return done;
    }

    /** What the log must pin of each entry of results and figures, by id. */
    public Map<String, String> hashes(Connection connection) throws SQLException {
        Map<String, String> hashes = new LinkedHashMap<>();
        store.results(connection).forEach(result -> hashes.put(result.id().toString(), result.hash()));
        store.figures(connection).forEach(figure -> hashes.put(figure.id().toString(), figure.hash()));
        return hashes;
    }

    private static List<TaskResult> seen(List<TaskResult> results, Collection<String> areas) {
        return results.stream()
                .filter(result -> areas.contains(result.areaCode()))
                .toList();
    }
}

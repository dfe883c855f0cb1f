package vn.sothon.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.plan.result.TaskResultLookup.Done;
import vn.sothon.server.report.rollup.RolledUp.Below;

/**
 * How a plan is getting on at the places somebody may see.
 *
 * @param planId over all versions
 * @param asOf the day lateness is judged on
 * @param waiting promises to count that have not been kept yet: the figures may be that much behind
 * @param all everything counted at these places, tied to this plan or not; only here stands what loans owe
 */
public record PlanProgress(
        @JsonProperty("planId") UUID planId,
        @JsonProperty("title") String title,
        @JsonProperty("areaCode") String areaCode,
        @JsonProperty("period") Period period,
        @JsonProperty("asOf") LocalDate asOf,
        @JsonProperty("waiting") int waiting,
        @JsonProperty("all") Figures all,
        @JsonProperty("tasks") List<TaskProgress> tasks) {

    public PlanProgress {
        tasks = List.copyOf(tasks);
    }

    /**
     * One task.
     *
     * @param title the beginning of its words
     * @param units that lead it, else those that execute it
     * @param figures of records tied to it, and to the tasks below that persons have linked to it
     * @param own of records tied to it alone
     * @param results entered for it and for the tasks below it, done in the period; absent: none
     */
    public record TaskProgress(
            @JsonProperty("taskId") UUID taskId,
            @JsonProperty("key") String key,
            @JsonProperty("title") String title,
            @JsonProperty("units") List<String> units,
            @JsonProperty("figures") Figures figures,
            @JsonProperty("own") Figures own,
            @JsonProperty("results") @Nullable Done results,
            @JsonProperty("below") List<Below> below) {

        public TaskProgress {
            units = List.copyOf(units);
            below = List.copyOf(below);
        }

        /** Whether anything was done for it: a record, or a result. */
        public boolean begun() {
            return figures.records() > 0 || results != null;
        }
    }

    /**
     * What the tasks of one unit amount to; a task of two units stands with both.
     *
     * @param unit as the plan names it; empty where it names none
     */
    public record UnitProgress(
            @JsonProperty("unit") String unit,
            @JsonProperty("tasks") List<String> tasks,
            @JsonProperty("figures") Figures figures,
            @JsonProperty("results") @Nullable Done results) {}
}

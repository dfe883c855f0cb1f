package vn.sothon.server.report.rollup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How the tasks of a plan stand to those of the plan above it.
 *
 * @param above plans it rests on that are in force here
 * @param notLoaded numbers of plans it rests on that are not here
 */
public record PlanLinks(
        @JsonProperty("planId") UUID planId,
        @JsonProperty("title") String title,
        @JsonProperty("above") List<Above> above,
        @JsonProperty("notLoaded") List<String> notLoaded,
        @JsonProperty("tasks") List<TaskLink> tasks) {

    public PlanLinks {
        above = List.copyOf(above);
        notLoaded = List.copyOf(notLoaded);
        tasks = List.copyOf(tasks);
    }

    /** A plan above. */
    public record Above(
            @JsonProperty("planId") UUID planId,
            @JsonProperty("number") @Nullable String number,
            @JsonProperty("title") String title) {}

    /**
     * One task.
     *
     * @param decided what a person said last; absent while nobody has
     * @param proposed tasks above whose words are alike, the best first; empty where none is alike enough
     */
    public record TaskLink(
            @JsonProperty("taskId") UUID taskId,
            @JsonProperty("key") String key,
            @JsonProperty("title") String title,
            @JsonProperty("decided") @Nullable Decided decided,
            @JsonProperty("proposed") List<Proposal> proposed) {

        public TaskLink {
            proposed = List.copyOf(proposed);
        }
    }

    /**
     * A person's decision.
     *
     * @param key of the task above; absent where the person says it implements none
     */
    public record Decided(
            @JsonProperty("taskId") @Nullable UUID taskId,
            @JsonProperty("key") @Nullable String key,
            @JsonProperty("byWhom") String byWhom,
            @JsonProperty("reason") String reason,
            @JsonProperty("at") Instant at) {}

    /**
     * A task above that this one may implement.
     *
     * @param likeness 0 to 1
     * @param shared words both say, quoted from this task
     */
    public record Proposal(
            @JsonProperty("taskId") UUID taskId,
            @JsonProperty("key") String key,
            @JsonProperty("title") String title,
            @JsonProperty("likeness") double likeness,
            @JsonProperty("shared") List<String> shared) {

        public Proposal {
            shared = List.copyOf(shared);
        }
    }
}

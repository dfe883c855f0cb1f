package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How one task of a new version stands to the version before, for a person to look at.
 *
 * @param taskId the id the ties hold: the new task's, or the dropped one's
 */
public record TaskChange(
        @JsonProperty("outcome") Outcome outcome,
        @JsonProperty("taskId") UUID taskId,
        @JsonProperty("oldKey") @Nullable String oldKey,
        @JsonProperty("newKey") @Nullable String newKey,
        @JsonProperty("oldContent") @Nullable String oldContent,
        @JsonProperty("newContent") @Nullable String newContent) {

    /** Whether the ties of the old version lead to it. */
    public enum Outcome {
        /** Same key, same words: carried. */
        SAME,
        /** Same words under another key: carried. */
        MOVED,
        /** Nearly the same words: carried, and worth a look. */
        REWORDED,
        /** Not in the version before. */
        ADDED,
        /** No longer there: its ties stay with the version before. */
        DROPPED
    }
}

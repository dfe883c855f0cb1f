package vn.sothon.model.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;

/**
 * The row {@code alert} of the feed, as one reader may see it. It holds no names of people: reader and screen know them
 * from the rows of loans, groups and people. At province level only rule, commune, state and days are there.
 *
 * @param rule an {@link AlertRule}; text, so that an older phone shows a newer one
 * @param taskCode the plan task its record is tied to
 * @param args what the sentence names; amounts in whole đồng, days as {@code yyyy-MM-dd}
 * @param occurrences how often the matter was met
 * @param openedAt when it was opened, or last opened again
 * @param level how far it was escalated, 0 to begin with
 * @param assignedTo who was asked to see to it
 * @param role the office in which this reader has it, and answers it
 * @param mayAnswer whether this reader may acknowledge and resolve it
 */
public record AlertView(
        @JsonProperty(value = "id", required = true) UUID id,
        @JsonProperty(value = "rule", required = true) String rule,
        @JsonProperty(value = "severity", required = true) AlertSeverity severity,
        @JsonProperty(value = "state", required = true) AlertState state,
        @JsonProperty(value = "communeCode", required = true) String communeCode,
        @JsonProperty("villageCode") @Nullable String villageCode,
        @JsonProperty("groupCode") @Nullable String groupCode,
        @JsonProperty("recordId") @Nullable UUID recordId,
        @JsonProperty("loanId") @Nullable UUID loanId,
        @JsonProperty("personId") @Nullable UUID personId,
        @JsonProperty("planTaskId") @Nullable UUID planTaskId,
        @JsonProperty("taskCode") @Nullable String taskCode,
        @JsonProperty("args") Map<String, String> args,
        @JsonProperty("occurrences") int occurrences,
        @JsonProperty(value = "openedAt", required = true) Instant openedAt,
        @JsonProperty("lastSeenAt") @Nullable Instant lastSeenAt,
        @JsonProperty("level") int level,
        @JsonProperty("assignedTo") @Nullable UUID assignedTo,
        @JsonProperty("role") @Nullable ActingRole role,
        @JsonProperty("mayAnswer") boolean mayAnswer,
        @JsonProperty("acknowledged") @Nullable Step acknowledged,
        @JsonProperty("resolved") @Nullable Step resolved) {

    /**
     * Who moved it on, and when.
     *
     * @param by absent: the server itself, because the matter is gone
     * @param note what that person wrote, or the code of the server's own reason
     */
    public record Step(
            @JsonProperty("by") @Nullable UUID by,
            @JsonProperty("role") @Nullable ActingRole role,
            @JsonProperty(value = "at", required = true) Instant at,
            @JsonProperty("note") @Nullable String note) {}

    public AlertView {
        // Sorted, so that the same alert is written with the same bytes.
        args = args == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(args));
    }
}

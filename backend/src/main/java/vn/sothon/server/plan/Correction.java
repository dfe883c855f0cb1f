package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a person changed in a reading, or decided about it. The same value again says that the reading is right.
 *
 * @param taskKey the task's key at that time; absent for the plan as a whole
 * @param field a field of the task or the plan; {@code task} for a whole task put in or taken out
 */
public record Correction(
        @JsonProperty("taskKey") @Nullable String taskKey,
        @JsonProperty("field") String field,
        @JsonProperty("oldValue") @Nullable JsonNode oldValue,
        @JsonProperty("newValue") @Nullable JsonNode newValue,
        @JsonProperty("byWhom") String byWhom,
        @JsonProperty("reason") String reason,
        @JsonProperty("at") Instant at) {}

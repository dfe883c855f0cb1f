package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something done to a thing the server keeps; {@code basedOn} is the version of it that the person saw. */
public sealed interface Act extends Payload {

    record AcknowledgeAlert(
            @JsonProperty(value = "alertId", required = true) UUID alertId,
            @JsonProperty(value = "basedOn", required = true) long basedOn)
            implements Act {}

    record ResolveAlert(
            @JsonProperty(value = "alertId", required = true) UUID alertId,
            @JsonProperty(value = "basedOn", required = true) long basedOn,
            @JsonProperty(value = "note", required = true) String note)
            implements Act {}

    /**
     * Asks somebody to see to an alert.
     *
     * @param personId who is asked; somebody in an office that answers for its place
     */
    record AssignAlert(
            @JsonProperty(value = "alertId", required = true) UUID alertId,
            @JsonProperty(value = "basedOn", required = true) long basedOn,
            @JsonProperty(value = "personId", required = true) UUID personId)
            implements Act {}

    /**
     * Ends a recommendation.
     *
     * @param evidence ids of records that show it was followed
     */
    record CloseRecommendation(
            @JsonProperty(value = "recommendationId", required = true) UUID recommendationId,
            @JsonProperty(value = "basedOn", required = true) long basedOn,
            @JsonProperty(value = "note", required = true) String note,
            @JsonProperty("evidence") List<UUID> evidence)
            implements Act {
        public CloseRecommendation {
            evidence = Lists.orEmpty(evidence);
        }
    }

    /**
     * Ties a record to another task, by a person.
     *
     * @param planTaskId the task the record fulfils; absent: none
     */
    record Retie(
            @JsonProperty(value = "recordId", required = true) UUID recordId,
            @JsonProperty(value = "basedOn", required = true) long basedOn,
            @JsonProperty("planTaskId") @Nullable UUID planTaskId,
            @JsonProperty(value = "reason", required = true) String reason)
            implements Act {}
}

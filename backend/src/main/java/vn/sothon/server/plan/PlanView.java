package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanLevel;

/**
 * One version of a plan in a list.
 *
 * @param id of this version
 * @param line the plan's id over all versions, as phones and ties hold it; absent until published
 * @param doubts readings a person has not settled
 * @param corrections changes and confirmations by a person
 */
public record PlanView(
        @JsonProperty("id") UUID id,
        @JsonProperty("line") @Nullable UUID line,
        @JsonProperty("version") @Nullable Integer version,
        @JsonProperty("status") PlanStatus status,
        @JsonProperty("title") String title,
        @JsonProperty("issuer") @Nullable String issuer,
        @JsonProperty("level") @Nullable PlanLevel level,
        @JsonProperty("areaCode") @Nullable String areaCode,
        @JsonProperty("number") @Nullable String number,
        @JsonProperty("date") @Nullable LocalDate date,
        @JsonProperty("from") @Nullable LocalDate from,
        @JsonProperty("to") @Nullable LocalDate to,
        @JsonProperty("tasks") int tasks,
        @JsonProperty("doubts") int doubts,
        @JsonProperty("corrections") int corrections,
        @JsonProperty("source") String source) {}

package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A share or growth the plan aims at.
 *
 * @param task the key of the task that has it
 * @param text the plan's own words
 * @param from the least percentage
 * @param to the greatest; absent for "at least"
 * @param year the year by which, if the words name one
 * @param yearly whether it holds anew every year
 */
public record PlanTarget(
        @JsonProperty("task") @Nullable String task,
        @JsonProperty("text") String text,
        @JsonProperty("from") BigDecimal from,
        @JsonProperty("to") @Nullable BigDecimal to,
        @JsonProperty("unit") String unit,
        @JsonProperty("year") @Nullable Integer year,
        @JsonProperty("yearly") boolean yearly) {}

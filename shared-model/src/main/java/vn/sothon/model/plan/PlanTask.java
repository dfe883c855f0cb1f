package vn.sothon.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task of a published plan, as a phone carries it and as the tie judges it.
 *
 * @param id made from plan and key, so the same task keeps its id
 * @param key the number as printed, parents joined by a dot: {@code 2.3}, {@code 4.đ}, {@code VI.2}
 * @param areaCode the commune or province the plan governs
 * @param effectiveTo the last day in force; absent while it is open
 */
public record PlanTask(
        @JsonProperty("id") UUID id,
        @JsonProperty("planId") UUID planId,
        @JsonProperty("planTitle") String planTitle,
        @JsonProperty("level") PlanLevel level,
        @JsonProperty("areaCode") String areaCode,
        @JsonProperty("key") String key,
        @JsonProperty("content") String content,
        @JsonProperty("leadUnits") List<String> leadUnits,
        @JsonProperty("executingUnits") List<String> executingUnits,
        @JsonProperty("coordinatingUnits") List<String> coordinatingUnits,
        @JsonProperty("products") List<String> products,
        @JsonProperty("timeFrame") TimeFrame timeFrame,
        @JsonProperty("accepts") List<Acceptance> accepts,
        @JsonProperty("effectiveFrom") LocalDate effectiveFrom,
        @JsonProperty("effectiveTo") @Nullable LocalDate effectiveTo) {

    public PlanTask {
        leadUnits = List.copyOf(leadUnits);
        executingUnits = List.copyOf(executingUnits);
        coordinatingUnits = List.copyOf(coordinatingUnits);
        products = List.copyOf(products);
        accepts = List.copyOf(accepts);
    }

    /** Whether the plan is in force on that day. */
    public boolean inForceOn(LocalDate day) {
        return !day.isBefore(effectiveFrom) && (effectiveTo == null || !day.isAfter(effectiveTo));
    }
}

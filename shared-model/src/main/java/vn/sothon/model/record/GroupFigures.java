package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** Part I of 16/TD: the group in figures. Money in whole đồng. */
public record GroupFigures(
        @JsonProperty("outstanding") @Nullable Long outstanding,
        @JsonProperty("members") @Nullable Integer members,
        @JsonProperty("overdue") @Nullable Long overdue,
        @JsonProperty("frozen") @Nullable Long frozen,
        @JsonProperty("interestArrears") @Nullable Long interestArrears,
        @JsonProperty("savings") @Nullable Long savings,
        @JsonProperty("monthRating") @Nullable String monthRating) {}

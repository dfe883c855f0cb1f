package vn.sothon.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * One week of a trend.
 *
 * @param week the ISO week: {@code 2026-W47}
 * @param monday its first day
 * @param figures without what turns late by itself: nothing is overdue, not yet due or open here
 */
public record WeekProgress(
        @JsonProperty("week") String week,
        @JsonProperty("monday") LocalDate monday,
        @JsonProperty("figures") Figures figures) {}

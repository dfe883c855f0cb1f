package vn.sothon.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was done and found at some place in some period; {@code docs/progress.md} says what each number is counted from.
 *
 * @param records checks and minutes that count
 * @param checks loan-use checks whose borrower was met
 * @param attempts loan-use checks whose borrower was not met
 * @param due checks that loans owed, or that the year's plan asked for, with a due day in the period
 * @param checked of those due, made
 * @param inTime of those made, made on the due day or before
 * @param checkedLate of those made, made afterwards
 * @param overdue of those due, not made although their day is past
 * @param notYetDue of those due, not made and not late yet
 * @param groupsDue of those due, inspections of whole groups that the year's plan asked for
 * @param groupsChecked of these, made
 * @param lapsed not made, and the loan is closed
 * @param findings records that found it, by code
 * @param recommendations made in minutes of the period
 * @param openRecommendations of those, not closed
 * @param lateRecommendations of those open, their deadline is past
 */
public record Figures(
        @JsonProperty("records") long records,
        @JsonProperty("checks") long checks,
        @JsonProperty("attempts") long attempts,
        @JsonProperty("minutes") long minutes,
        @JsonProperty("due") long due,
        @JsonProperty("checked") long checked,
        @JsonProperty("inTime") long inTime,
        @JsonProperty("checkedLate") long checkedLate,
        @JsonProperty("overdue") long overdue,
        @JsonProperty("notYetDue") long notYetDue,
        @JsonProperty("groupsDue") long groupsDue,
        @JsonProperty("groupsChecked") long groupsChecked,
        @JsonProperty("lapsed") long lapsed,
        @JsonProperty("findings") SortedMap<String, Long> findings,
        @JsonProperty("recommendations") long recommendations,
        @JsonProperty("openRecommendations") long openRecommendations,
        @JsonProperty("lateRecommendations") long lateRecommendations,
        @JsonProperty("closedRecommendations") long closedRecommendations) {

    public Figures {
        findings = Collections.unmodifiableSortedMap(new TreeMap<>(findings));
    }
}

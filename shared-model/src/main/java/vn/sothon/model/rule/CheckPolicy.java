package vn.sothon.model.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;

/**
 * How soon and how often checks are due. The numbers differ by circular and province, so they are data with a start
 * date; the defaults are those most offices work by.
 *
 * @param postDisbursementDays days after a disbursement within which the loan must be checked
 * @param inactiveMonths a loan without a transaction for so long must be checked
 * @param groupChecksPerYear how often a year each group is inspected
 * @param earlierLoansPercent share of each group's loans of earlier years to check in a year
 * @param earlierLoansPercentDifficult the same share in difficult areas; 0 stands for the usual one
 * @param findingToChairWorkingDays working days to report a finding to the association's chair
 */
public record CheckPolicy(
        @JsonProperty(value = "from", required = true) LocalDate from,
        @JsonProperty(value = "postDisbursementDays", required = true) int postDisbursementDays,
        @JsonProperty(value = "inactiveMonths", required = true) int inactiveMonths,
        @JsonProperty(value = "groupChecksPerYear", required = true) int groupChecksPerYear,
        @JsonProperty(value = "earlierLoansPercent", required = true) int earlierLoansPercent,
        @JsonProperty(value = "findingToChairWorkingDays", required = true) int findingToChairWorkingDays,
        @JsonProperty("earlierLoansPercentDifficult") int earlierLoansPercentDifficult) {
    private static final int USUAL_IN_DIFFICULT_AREAS = 75;

    public CheckPolicy {
        if (earlierLoansPercentDifficult == 0) {
            earlierLoansPercentDifficult = Math.min(USUAL_IN_DIFFICULT_AREAS, earlierLoansPercent);
        }
    }

    /** With the usual share in difficult areas. */
    public CheckPolicy(
            LocalDate from,
            int postDisbursementDays,
            int inactiveMonths,
            int groupChecksPerYear,
            int earlierLoansPercent,
            int findingToChairWorkingDays) {
        this(
                from,
                postDisbursementDays,
                inactiveMonths,
                groupChecksPerYear,
                earlierLoansPercent,
                findingToChairWorkingDays,
                0);
    }

    public static CheckPolicy usualFrom(LocalDate from) {
        return new CheckPolicy(from, 30, 3, 1, 90, 3);
    }
}

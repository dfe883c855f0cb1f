package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;

/**
 * One loan checked: a row of sheet 06/TD with the head of its visit, or the single-borrower form 06A/TD. Money in whole
 * đồng; what the file says about the loan stands in {@link SeenLoan}.
 *
 * @param checkingBody đơn vị kiểm tra
 * @param place where the check was made, in words
 * @param reallyReceived total amount the borrower really received
 * @param realOutstanding outstanding as the borrower knows it
 * @param usedFor what the money was used for
 * @param effect effect of the investment
 * @param savingsBalance 06A/TD only
 * @param abilityToRepay 06A/TD only
 */
public record LoanUseCheck(
        @JsonProperty(value = "visit", required = true) VisitKind visit,
        @JsonProperty(value = "outcome", required = true) Outcome outcome,
        @JsonProperty("subject") @Nullable RecordSubject subject,
        @JsonProperty("checkingBody") @Nullable String checkingBody,
        @JsonProperty("inspectors") List<Inspector> inspectors,
        @JsonProperty("place") @Nullable String place,
        @JsonProperty("reallyReceived") @Nullable Long reallyReceived,
        @JsonProperty("realOutstanding") @Nullable Long realOutstanding,
        @JsonProperty("usedFor") @Nullable String usedFor,
        @JsonProperty("properAmount") @Nullable Long properAmount,
        @JsonProperty("misusedAmount") @Nullable Long misusedAmount,
        @JsonProperty("effect") @Nullable String effect,
        @JsonProperty("interestOwed") @Nullable Long interestOwed,
        @JsonProperty("savingsBalance") @Nullable Long savingsBalance,
        @JsonProperty("abilityToRepay") @Nullable String abilityToRepay,
        @JsonProperty("findings") List<Finding> findings,
        @JsonProperty("note") @Nullable String note,
        @JsonProperty("signatures") List<Signatory> signatures)
        implements Payload {

    /** How the attempt ended; an attempt counts, and is repeated. */
    public enum Outcome {
        CHECKED,
        NOT_AT_HOME,
        REFUSED,
        MOVED_AWAY
    }

    public LoanUseCheck {
        inspectors = Lists.orEmpty(inspectors);
        findings = Lists.orEmpty(findings);
        signatures = Lists.orEmpty(signatures);
    }
}

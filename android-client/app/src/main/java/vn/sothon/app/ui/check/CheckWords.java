package vn.sothon.app.ui.check;

import android.content.res.Resources;
import java.util.List;
import vn.sothon.app.R;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.sync.Push.Problem;

/** Codes in the words of the field. */
final class CheckWords {
    /** What a village head can see or be told in the yard; the other codes belong to other papers or to the sums. */
    static final List<FindingCode> ASKED = List.of(
            FindingCode.OBJECTIVE_RISK,
            FindingCode.BUSINESS_LOSS,
            FindingCode.INTEREST_ARREARS,
            FindingCode.UNWILLING_TO_PAY,
            FindingCode.PROXY_BORROWING,
            FindingCode.MISAPPROPRIATION,
            FindingCode.UNLAWFUL_FEE,
            FindingCode.OTHER);

    private CheckWords() {}

    static int outcome(Outcome outcome) {
        return switch (outcome) {
            case CHECKED -> R.string.outcome_checked;
            case NOT_AT_HOME -> R.string.outcome_not_at_home;
            case REFUSED -> R.string.outcome_refused;
            case MOVED_AWAY -> R.string.outcome_moved_away;
        };
    }

    static int finding(FindingCode code) {
        return switch (code) {
            case OBJECTIVE_RISK -> R.string.finding_objective_risk;
            case BUSINESS_LOSS -> R.string.finding_business_loss;
            case INTEREST_ARREARS -> R.string.finding_interest_arrears;
            case UNWILLING_TO_PAY -> R.string.finding_unwilling;
            case PROXY_BORROWING -> R.string.finding_proxy;
            case MISAPPROPRIATION -> R.string.finding_misappropriation;
            case UNLAWFUL_FEE -> R.string.finding_fee;
            default -> R.string.finding_other;
        };
    }

    static int cause(Finding.ObjectiveCause cause) {
        return switch (cause) {
            case NATURAL_DISASTER -> R.string.cause_disaster;
            case EPIDEMIC -> R.string.cause_epidemic;
            case ILLNESS_OR_ACCIDENT -> R.string.cause_illness;
            case DEATH_OR_MISSING -> R.string.cause_death;
            case PRICE -> R.string.cause_price;
        };
    }

    static String problem(Resources words, Problem problem) {
        return switch (problem.code()) {
            case "REQUIRED" -> words.getString(R.string.problem_required);
            case "MORE_THAN_DISBURSED" -> words.getString(R.string.problem_more_than_disbursed);
            case "PROPER_AND_MISUSED_MUST_ADD_UP" -> words.getString(R.string.problem_add_up);
            default -> words.getString(R.string.problem_other, problem.code());
        };
    }
}

package vn.sothon.app.ui.check;

import java.util.ArrayList;
import java.util.List;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck.Outcome;

/** The questions of a check, one page each. */
enum CheckStep {
    BORROWER,
    OUTCOME,
    RECEIVED,
    USED_FOR,
    PROPER,
    FINDINGS,
    CAUSE,
    NOTE,
    PHOTO,
    SIGNATURE,
    TASK,
    SUMMARY;

    /** The pages that this form needs, in order. */
    static List<CheckStep> of(CheckForm form) {
        List<CheckStep> steps = new ArrayList<>();
        if (form.draft().about().loanNumber() != null) {
            steps.add(BORROWER);
        }
        steps.add(OUTCOME);
        Outcome outcome = form.outcome();
        if (outcome == null || outcome == Outcome.CHECKED) {
            steps.addAll(List.of(RECEIVED, USED_FOR, PROPER, FINDINGS));
            if (form.findings().contains(FindingCode.OBJECTIVE_RISK)) {
                steps.add(CAUSE);
            }
            steps.addAll(List.of(PHOTO, SIGNATURE));
        } else {
            steps.addAll(List.of(NOTE, PHOTO));
        }
        steps.addAll(List.of(TASK, SUMMARY));
        return steps;
    }

    /** Where somebody goes on who has left: the first question without an answer. */
    static CheckStep firstOpen(CheckForm form) {
        for (CheckStep step : of(form)) {
            if (!step.isAnswered(form)) {
                return step;
            }
        }
        return SUMMARY;
    }

    /** The page that a problem's field belongs to. */
    static CheckStep ofField(String field) {
        return switch (field) {
            case "payload.reallyReceived" -> RECEIVED;
            case "payload.usedFor" -> USED_FOR;
            case "payload.properAmount", "payload.misusedAmount" -> PROPER;
            case "payload.note" -> NOTE;
            case "payload.outcome", "payload" -> OUTCOME;
            default -> field.startsWith("payload.findings") ? field.endsWith("cause") ? CAUSE : FINDINGS : SUMMARY;
        };
    }

    private boolean isAnswered(CheckForm form) {
        return switch (this) {
            case BORROWER -> form.borrower() != null;
            case OUTCOME -> form.outcome() != null;
            case RECEIVED -> form.received() != null;
            case USED_FOR -> form.usedFor() != null;
            case PROPER -> form.proper() != null;
            case FINDINGS -> form.findingsAnswered();
            case CAUSE -> form.cause() != null;
            case PHOTO -> form.photos() > 0;
            case SIGNATURE -> form.isSigned();
            case NOTE, TASK, SUMMARY -> true;
        };
    }
}

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
    DAMAGE,
    OTHER,
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
            if (form.said().has(FindingCode.OBJECTIVE_RISK)) {
                steps.addAll(List.of(CAUSE, DAMAGE));
            }
            if (form.said().has(FindingCode.OTHER)) {
                steps.add(OTHER);
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
            case "seen.memberName", "loanNumber" -> BORROWER;
            case "planTaskId" -> TASK;
            default -> ofListed(field);
        };
    }

    private static CheckStep ofListed(String field) {
        if (field.startsWith("payload.findings")) {
            return field.endsWith("cause")
                    ? CAUSE
                    : field.endsWith("damagePercent") ? DAMAGE : field.endsWith("note") ? OTHER : FINDINGS;
        }
        if (field.startsWith("payload.signatures")) {
            return SIGNATURE;
        }
        return field.startsWith("attachments") || field.startsWith("position") ? PHOTO : SUMMARY;
    }

    private boolean isAnswered(CheckForm form) {
        return switch (this) {
            case BORROWER -> form.borrower() != null;
            case OUTCOME -> form.outcome() != null;
            case RECEIVED -> form.received() != null;
            case USED_FOR -> form.usedFor() != null;
            case PROPER -> form.proper() != null;
            case FINDINGS -> form.findingsAnswered();
            case CAUSE -> form.said().cause() != null;
            case DAMAGE -> form.said().damageAsked();
            case OTHER -> form.said().other() != null;
            case PHOTO -> form.photos() > 0;
            case SIGNATURE -> form.isSigned();
            case NOTE, TASK, SUMMARY -> true;
        };
    }
}

package vn.sothon.app.ui.sheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.ui.form.Signatures;
import vn.sothon.app.ui.form.Signatures.Slot;
import vn.sothon.model.record.Signatory;

/** The pages of a sheet. What belongs to the whole visit is asked here once, not at each borrower. */
enum SheetStep {
    FIGURES,
    PLACE,
    INSPECTORS,
    PLAN,
    MEASURES,
    SIGN_INSPECTOR,
    SIGN_SECOND,
    SIGN_LEADER,
    SIGN_WITNESS,
    SUMMARY;

    /** Whose signature is asked for here; null on the other pages. */
    @Nullable
    Slot slot() {
        return switch (this) {
            case SIGN_INSPECTOR -> Slot.of(Signatory.As.INSPECTOR);
            case SIGN_SECOND -> new Slot(Signatory.As.INSPECTOR, 1);
            case SIGN_LEADER -> Slot.of(Signatory.As.GROUP_LEADER);
            case SIGN_WITNESS -> Slot.of(Signatory.As.WITNESS);
            default -> null;
        };
    }

    static List<SheetStep> of(SheetForm form) {
        List<SheetStep> steps = new ArrayList<>(List.of(values()));
        if (form.inspectors().size() < 2) {
            steps.remove(SIGN_SECOND);
        }
        return steps;
    }

    /** The page that a problem's field belongs to. */
    static SheetStep ofField(String field) {
        return switch (field) {
            case "payload.place" -> PLACE;
            case "payload.planOfUse" -> PLAN;
            case "payload.measures" -> MEASURES;
            case "attachments" -> SIGN_INSPECTOR;
            default -> ofListed(field);
        };
    }

    private static SheetStep ofListed(String field) {
        if (field.startsWith("payload.inspectors")) {
            return INSPECTORS;
        }
        if (field.startsWith("payload.signatures")) {
            return SIGN_INSPECTOR;
        }
        boolean figures = field.startsWith("payload.checks")
                || field.startsWith("payload.total")
                || field.startsWith("payload.proper")
                || field.startsWith("payload.misused");
        return figures ? FIGURES : SUMMARY;
    }

    boolean isAnswered(SheetForm form) {
        Slot signs = slot();
        if (signs != null) {
            return Signatures.of(form.draft(), signs).isPresent();
        }
        return switch (this) {
            case PLACE -> form.answered(SheetForm.PLACE);
            case PLAN -> form.answered(SheetForm.PLAN);
            case MEASURES -> form.answered(SheetForm.MEASURES);
            default -> true;
        };
    }
}

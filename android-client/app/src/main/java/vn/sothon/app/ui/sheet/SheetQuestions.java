package vn.sothon.app.ui.sheet;

import java.time.Instant;
import java.util.List;
import vn.sothon.app.ui.form.Questions;
import vn.sothon.app.ui.form.Signatures;
import vn.sothon.client.record.Draft;
import vn.sothon.model.sync.Push.Problem;

/** What the sheet of a visit asks. */
final class SheetQuestions implements Questions<SheetForm, SheetStep> {
    private final VisitPaper paper;

    SheetQuestions(VisitPaper paper) {
        this.paper = paper;
    }

    @Override
    public Draft draft(SheetForm form) {
        return form.draft();
    }

    @Override
    public SheetForm on(Draft draft) {
        return new SheetForm(draft);
    }

    @Override
    public List<SheetStep> pages(SheetForm form) {
        return SheetStep.of(form);
    }

    /** Figures need no answer: a sheet that was not touched begins with them. */
    @Override
    public SheetStep firstOpen(SheetForm form) {
        if (!form.answered(SheetForm.PLACE)) {
            return SheetStep.FIGURES;
        }
        return SheetStep.of(form).stream()
                .filter(step -> !step.isAnswered(form))
                .findFirst()
                .orElse(SheetStep.SUMMARY);
    }

    @Override
    public SheetStep ofField(SheetForm form, String field) {
        return SheetStep.ofField(field);
    }

    @Override
    public SheetStep home(SheetForm form, SheetStep side) {
        return SheetStep.SUMMARY;
    }

    @Override
    public String name(SheetStep page) {
        return page.name();
    }

    @Override
    public SheetStep named(String name) {
        return SheetStep.valueOf(name);
    }

    @Override
    public boolean showsTask(SheetStep page) {
        return false;
    }

    @Override
    public boolean showsPlace(SheetStep page) {
        return false;
    }

    @Override
    public List<Problem> missing(SheetForm form) {
        return List.of();
    }

    @Override
    public Draft whole(SheetForm form, Instant now) {
        return Signatures.settled(paper.refigured(form.draft()));
    }
}

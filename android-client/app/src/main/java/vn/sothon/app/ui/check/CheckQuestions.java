package vn.sothon.app.ui.check;

import java.time.Instant;
import java.util.List;
import vn.sothon.app.ui.form.Findings;
import vn.sothon.app.ui.form.Questions;
import vn.sothon.app.ui.form.Signatures;
import vn.sothon.client.record.Draft;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.sync.Push.Problem;

/** What a loan-use check asks. */
final class CheckQuestions implements Questions<CheckForm, CheckStep> {
    @Override
    public Draft draft(CheckForm form) {
        return form.draft();
    }

    @Override
    public CheckForm on(Draft draft) {
        return new CheckForm(draft);
    }

    @Override
    public List<CheckStep> pages(CheckForm form) {
        return CheckStep.of(form);
    }

    @Override
    public CheckStep firstOpen(CheckForm form) {
        return CheckStep.firstOpen(form);
    }

    @Override
    public CheckStep ofField(CheckForm form, String field) {
        CheckStep step = CheckStep.ofField(field);
        return CheckStep.of(form).contains(step) ? step : CheckStep.SUMMARY;
    }

    @Override
    public CheckStep home(CheckForm form, CheckStep side) {
        return CheckStep.SUMMARY;
    }

    @Override
    public String name(CheckStep page) {
        return page.name();
    }

    @Override
    public CheckStep named(String name) {
        return CheckStep.valueOf(name);
    }

    @Override
    public boolean showsTask(CheckStep page) {
        return page == CheckStep.TASK || page == CheckStep.SUMMARY;
    }

    @Override
    public boolean showsPlace(CheckStep page) {
        return page == CheckStep.PHOTO;
    }

    /** "Something else" says nothing to whoever reads it later. */
    @Override
    public List<Problem> missing(CheckForm form) {
        Findings said = form.said();
        return said.has(FindingCode.OTHER) && said.other() == null
                ? List.of(new Problem("payload.findings[" + said.place(FindingCode.OTHER) + "].note", "REQUIRED"))
                : List.of();
    }

    @Override
    public Draft whole(CheckForm form, Instant now) {
        return Signatures.settled(form.draft());
    }
}

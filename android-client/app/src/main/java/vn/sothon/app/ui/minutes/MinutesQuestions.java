package vn.sothon.app.ui.minutes;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import vn.sothon.app.ui.form.Questions;
import vn.sothon.app.ui.form.Signatures;
import vn.sothon.app.ui.minutes.MinutesStep.Question;
import vn.sothon.client.record.Draft;
import vn.sothon.model.sync.Push.Problem;

/** What minutes ask: every page wants an answer, if only "nothing". */
final class MinutesQuestions implements Questions<MinutesForm, MinutesStep> {
    private final boolean severalVillages;

    /** Somebody with one village is not asked which. */
    MinutesQuestions(boolean severalVillages) {
        this.severalVillages = severalVillages;
    }

    @Override
    public Draft draft(MinutesForm form) {
        return form.draft();
    }

    @Override
    public MinutesForm on(Draft draft) {
        return new MinutesForm(draft);
    }

    @Override
    public List<MinutesStep> pages(MinutesForm form) {
        return MinutesStep.pages(form, severalVillages);
    }

    @Override
    public MinutesStep firstOpen(MinutesForm form) {
        return pages(form).stream()
                .filter(page -> !page.isAnswered(form))
                .findFirst()
                .orElse(MinutesStep.SUMMARY);
    }

    @Override
    public MinutesStep ofField(MinutesForm form, String field) {
        return MinutesStep.ofField(pages(form), field);
    }

    @Override
    public MinutesStep home(MinutesForm form, MinutesStep side) {
        return side.question() == Question.FIGURE ? MinutesStep.of(Question.FIGURES) : MinutesStep.SUMMARY;
    }

    @Override
    public String name(MinutesStep page) {
        return page.name();
    }

    @Override
    public MinutesStep named(String name) {
        return MinutesStep.named(name);
    }

    @Override
    public boolean showsTask(MinutesStep page) {
        return page.question() == Question.TASK || page.question() == Question.SUMMARY;
    }

    @Override
    public boolean showsPlace(MinutesStep page) {
        return false;
    }

    /** Whoever mends a record is not asked again what he once left out. */
    @Override
    public List<Problem> missing(MinutesForm form) {
        boolean mends = form.draft().correction() != null;
        return pages(form).stream()
                .filter(page -> !page.isAnswered(form) && !(mends && page.mayStayOpen()))
                .map(page -> new Problem(page.field(), "REQUIRED"))
                .collect(Collectors.toList());
    }

    @Override
    public Draft whole(MinutesForm form, Instant now) {
        ObjectNode payload = form.draft().payload().deepCopy();
        payload.remove(MinutesForm.TEAM_ASKED);
        payload.put("endedAt", now.toString());
        return Signatures.settled(form.draft().withPayload(payload));
    }
}

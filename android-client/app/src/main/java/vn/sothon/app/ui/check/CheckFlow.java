package vn.sothon.app.ui.check;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.model.record.Position;
import vn.sothon.model.sync.Push.Problem;

/** What a check does, without its pictures. Each answer is saved before the next page shows; called on the main thread. */
final class CheckFlow {
    private final Phone phone;
    private final Executor background;
    private final Executor mainThread;
    private final Listener listener;
    private CheckForm form;
    private CheckStep step;
    private List<Problem> problems = List.of();
    private boolean busy;
    private boolean trouble;

    /** Shows what changed. */
    interface Listener {
        void render(CheckState state);

        /** In the book and on its way. */
        void sealed();
    }

    /** Goes on with the draft at that page, or where its first question is open. */
    CheckFlow(
            Phone phone,
            Draft draft,
            @Nullable CheckStep at,
            Executor background,
            Executor mainThread,
            Listener listener) {
        this.phone = phone;
        this.background = background;
        this.mainThread = mainThread;
        this.listener = listener;
        this.form = new CheckForm(draft);
        this.step = at == null ? CheckStep.firstOpen(form) : at;
    }

    CheckForm form() {
        return form;
    }

    CheckStep step() {
        return step;
    }

    void show() {
        List<CheckStep> steps = CheckStep.of(form);
        boolean tied = step == CheckStep.TASK || step == CheckStep.SUMMARY;
        listener.render(new CheckState(
                form,
                step,
                Math.max(0, steps.indexOf(step)) + 1,
                steps.size(),
                tied ? phone.propose(form.draft()).orElse(null) : null,
                problems,
                busy,
                trouble));
    }

    /** Keeps an answer and stays on the page. */
    void answer(UnaryOperator<CheckForm> change) {
        form = change.apply(form);
        problems = List.of();
        phone.save(form.draft());
        show();
    }

    /** Keeps an answer without drawing the page anew, while somebody types. */
    void typed(UnaryOperator<CheckForm> change) {
        form = change.apply(form);
        phone.save(form.draft());
    }

    void answerAndGoOn(UnaryOperator<CheckForm> change) {
        form = change.apply(form);
        problems = List.of();
        phone.save(form.draft());
        next();
    }

    void next() {
        List<CheckStep> steps = CheckStep.of(form);
        int at = steps.indexOf(step);
        step = steps.get(Math.min(at + 1, steps.size() - 1));
        show();
    }

    void goTo(CheckStep page) {
        step = page;
        show();
    }

    /** Whether there was a page to go back to. */
    boolean back() {
        List<CheckStep> steps = CheckStep.of(form);
        int at = steps.indexOf(step);
        if (at <= 0) {
            return false;
        }
        step = steps.get(at - 1);
        show();
        return true;
    }

    void found(@Nullable Position position) {
        if (position != null) {
            form = new CheckForm(form.draft().withPosition(position));
            phone.save(form.draft());
            if (step == CheckStep.PHOTO) {
                show();
            }
        }
    }

    void chooseTask(@Nullable UUID task) {
        answer(known -> new CheckForm(known.draft().withTask(task)));
    }

    void working(boolean now, boolean refused) {
        busy = now;
        trouble = refused;
        show();
    }

    /** "Hoàn thành". Signing may take a moment on a cheap phone. */
    void finish() {
        if (busy) {
            return;
        }
        working(true, false);
        Draft draft = form.draft();
        background.execute(() -> {
            SealOutcome outcome = phone.seal(draft);
            mainThread.execute(() -> ended(outcome));
        });
    }

    private void ended(SealOutcome outcome) {
        busy = false;
        if (outcome instanceof SealOutcome.Sealed) {
            listener.sealed();
        } else {
            problems = outcome instanceof SealOutcome.Incomplete incomplete ? incomplete.problems() : List.of();
            if (!problems.isEmpty()) {
                step = CheckStep.ofField(problems.get(0).field());
            }
            show();
        }
    }
}

package vn.sothon.app.ui.form;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.SealOutcome;
import vn.sothon.model.record.Position;
import vn.sothon.model.sync.Push.Problem;

/**
 * What a form does, without its pictures. Each answer, and the page it stands at, is saved before the next page shows;
 * called on the main thread.
 */
public final class FormFlow<F, S> {
    private final Phone phone;
    private final Questions<F, S> questions;
    private final Threads threads;
    private final Listener<F, S> listener;
    private F form;
    private S page;
    private @Nullable S backTo;
    private List<Problem> problems = List.of();
    private boolean busy;
    private boolean trouble;

    /** Where slow work is done, and where its end is told. */
    public record Threads(Executor background, Executor main) {}

    /** Shows what changed. */
    public interface Listener<F, S> {
        void render(FormState<F, S> state);

        /** In the book and on its way. */
        void sealed();
    }

    /** Goes on with the draft at the page where it was left. */
    public FormFlow(Phone phone, Questions<F, S> questions, Draft draft, Threads threads, Listener<F, S> listener) {
        this.phone = phone;
        this.questions = questions;
        this.threads = threads;
        this.listener = listener;
        this.form = questions.on(Bookmark.out(draft));
        String left = Bookmark.of(draft);
        S open = questions.firstOpen(form);
        S at = left == null ? open : questions.named(left);
        this.page = questions.pages(form).contains(at) ? at : open;
    }

    public F form() {
        return form;
    }

    public Draft draft() {
        return questions.draft(form);
    }

    public List<S> pages() {
        return questions.pages(form);
    }

    public S page() {
        return page;
    }

    /** Shows the page of that problem, and what is wrong there; once it is mended, the summary. */
    public void showProblem(Problem problem) {
        List<S> pages = questions.pages(form);
        problems = List.of(problem);
        backTo = pages.get(pages.size() - 1);
        page = questions.ofField(form, problem.field());
        show();
    }

    public void show() {
        List<S> pages = questions.pages(form);
        listener.render(new FormState<>(
                form,
                page,
                pages.indexOf(page) + 1,
                pages.size(),
                questions.showsTask(page) ? phone.propose(draft()).orElse(null) : null,
                problems.stream()
                        .filter(problem ->
                                questions.ofField(form, problem.field()).equals(page))
                        .collect(Collectors.toList()),
                busy,
                trouble));
    }

    /** Keeps an answer and stays on the page. */
    public void answer(UnaryOperator<F> change) {
        typed(change);
        problems = List.of();
        show();
    }

    /** Keeps an answer without drawing the page anew, while somebody types. */
    public void typed(UnaryOperator<F> change) {
        form = change.apply(form);
        keep();
    }

    public void answerAndGoOn(UnaryOperator<F> change) {
        form = change.apply(form);
        problems = List.of();
        next();
    }

    /** Keeps a change of what every draft has, such as its signatures. */
    public void changeAndGoOn(UnaryOperator<Draft> change) {
        answerAndGoOn(known -> questions.on(change.apply(questions.draft(known))));
    }

    /** As {@link #typed}, of what every draft has. */
    public void change(UnaryOperator<Draft> change) {
        typed(known -> questions.on(change.apply(questions.draft(known))));
    }

    /** The next question; after a look back from the summary, the summary again as soon as nothing is missing. */
    public void next() {
        S asked = backTo;
        if (asked != null && problemsNow().isEmpty()) {
            backTo = null;
            turnTo(asked);
            return;
        }
        List<S> pages = questions.pages(form);
        int at = pages.indexOf(page);
        turnTo(at < 0 ? questions.home(form, page) : pages.get(Math.min(at + 1, pages.size() - 1)));
    }

    /** Opens a page out of turn, from one that sums up. */
    public void goTo(S other) {
        backTo = page;
        turnTo(other);
    }

    /** Keeps an answer and opens that page. */
    public void answerAndTurnTo(UnaryOperator<F> change, S other) {
        form = change.apply(form);
        problems = List.of();
        turnTo(other);
    }

    /** Whether there was a page to go back to. */
    public boolean back() {
        List<S> pages = questions.pages(form);
        int at = pages.indexOf(page);
        if (at == 0) {
            return false;
        }
        backTo = null;
        turnTo(at < 0 ? questions.home(form, page) : pages.get(at - 1));
        return true;
    }

    public void found(@Nullable Position position) {
        if (position != null) {
            change(draft -> draft.withPosition(position));
            if (questions.showsPlace(page)) {
                show();
            }
        }
    }

    public void chooseTask(@Nullable UUID task) {
        change(draft -> draft.withTask(task));
        show();
    }

    public void working(boolean now, boolean refused) {
        busy = now;
        trouble = refused;
        show();
    }

    /** "Hoàn thành". Signing may take a moment on a cheap phone. */
    public void finish() {
        if (busy) {
            return;
        }
        working(true, false);
        F written = form;
        threads.background().execute(() -> {
            Optional<Draft> kept = LostFiles.without(questions.draft(written), phone.files());
            if (kept.isPresent()) {
                threads.main().execute(() -> lost(kept.get()));
                return;
            }
            List<Problem> missing = questions.missing(written);
            SealOutcome outcome = missing.isEmpty()
                    ? phone.seal(questions.whole(written, now()))
                    : new SealOutcome.Incomplete(missing);
            threads.main().execute(() -> ended(outcome));
        });
    }

    private void lost(Draft kept) {
        form = questions.on(kept);
        keep();
        stopAt(List.of(new Problem(LostFiles.FIELD, LostFiles.CODE)));
    }

    private void ended(SealOutcome outcome) {
        if (outcome instanceof SealOutcome.Sealed) {
            busy = false;
            listener.sealed();
        } else {
            stopAt(outcome instanceof SealOutcome.Incomplete incomplete ? incomplete.problems() : List.of());
        }
    }

    private void stopAt(List<Problem> found) {
        busy = false;
        problems = found;
        if (!found.isEmpty()) {
            backTo = null;
            page = questions.ofField(form, found.get(0).field());
        }
        show();
    }

    private void turnTo(S other) {
        page = other;
        keep();
        show();
    }

    private void keep() {
        phone.save(Bookmark.in(draft(), questions.name(page)));
    }

    private List<Problem> problemsNow() {
        List<Problem> missing = questions.missing(form);
        return missing.isEmpty() ? phone.sealer().problems(questions.whole(form, now())) : missing;
    }

    private Instant now() {
        return phone.clock().wall();
    }
}

package vn.sothon.app.ui.check;

import android.content.res.Resources;
import android.view.View;
import android.widget.TextView;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.FindingPages;
import vn.sothon.app.ui.form.FormFlow;
import vn.sothon.app.ui.form.FormParts;
import vn.sothon.app.ui.form.FormState;
import vn.sothon.app.ui.form.MoneyPad;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.TaskPage;
import vn.sothon.app.ui.form.Typing;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.Position;
import vn.sothon.model.record.SeenLoan;

/** Draws the page of one question. */
final class CheckPages {
    /** What a village head can see or be told in the yard; the other codes belong to other papers or to the sums. */
    private static final List<FindingCode> ASKED = List.of(
            FindingCode.OBJECTIVE_RISK,
            FindingCode.BUSINESS_LOSS,
            FindingCode.INTEREST_ARREARS,
            FindingCode.UNWILLING_TO_PAY,
            FindingCode.PROXY_BORROWING,
            FindingCode.MISAPPROPRIATION,
            FindingCode.UNLAWFUL_FEE,
            FindingCode.OTHER);

    private final FormParts<CheckForm, CheckStep> parts;
    private final Resources words;
    private final Page page;
    private final FormFlow<CheckForm, CheckStep> flow;
    private final FindingPages<CheckForm, CheckStep> findings;
    private final @Nullable Shots shots;

    CheckPages(FormParts<CheckForm, CheckStep> parts, @Nullable Shots shots) {
        this.parts = parts;
        this.words = parts.words();
        this.page = parts.page();
        this.flow = parts.flow();
        this.findings = new FindingPages<>(parts, CheckForm::said, CheckForm::withFindings);
        this.shots = shots;
    }

    void draw(FormState<CheckForm, CheckStep> state) {
        CheckForm form = state.form();
        parts.ask(words.getText(question(state.page())), state);
        switch (state.page()) {
            case BORROWER -> borrower(form);
            case OUTCOME -> outcome(form);
            case RECEIVED -> received(form);
            case USED_FOR -> usedFor(form);
            case PROPER -> proper(form);
            case FINDINGS -> findings.codes(ASKED, form.findingsAnswered());
            case CAUSE -> findings.cause();
            case DAMAGE -> findings.damage();
            case OTHER -> findings.other();
            case NOTE ->
                parts.phrases(
                        R.string.check_note, form.note(), R.array.notes, (known, text) -> known.withText("note", text));
            case PHOTO -> photo(form);
            case SIGNATURE ->
                parts.sign(CheckForm.BORROWER, form.borrower() == null ? "" : form.borrower(), true, false);
            case TASK -> new TaskPage(parts).draw(state.tie());
            case SUMMARY -> {
                new SummaryPage(parts).draw(form, state.tie());
                parts.goOn(R.string.check_finish, flow::finish);
            }
        }
    }

    private void borrower(CheckForm form) {
        page.text(words.getString(R.string.check_number, form.draft().about().loanNumber()));
        Typing.into(page, R.string.check_borrower_name, form.borrower(), text -> {
            flow.typed(known -> known.withBorrower(text));
            parts.goOnOnly(!text.trim().isEmpty());
        });
        parts.goOnOnly(form.borrower() != null);
    }

    private void outcome(CheckForm form) {
        SeenLoan seen = form.draft().about().seen();
        if (seen != null && seen.disbursed() != null) {
            String purpose = seen.purpose();
            page.text(words.getString(
                    R.string.check_from_file,
                    parts.money(seen.disbursed()),
                    purpose == null ? words.getString(R.string.check_no_purpose) : purpose));
        }
        for (Outcome outcome : Outcome.values()) {
            parts.pick(words.getText(word(outcome)), outcome == form.outcome(), known -> known.withOutcome(outcome));
        }
        parts.goOnOnly(form.outcome() != null);
    }

    private void received(CheckForm form) {
        Long disbursed = form.disbursed();
        Long said = form.received();
        if (disbursed != null) {
            parts.pick(
                    words.getString(R.string.check_received_all, parts.money(disbursed)),
                    disbursed.equals(said),
                    known -> known.withReceived(disbursed));
        }
        parts.sum(said, CheckForm::withReceived);
        parts.goOnOnly(said != null);
    }

    private void usedFor(CheckForm form) {
        Set<String> phrases = new LinkedHashSet<>();
        SeenLoan seen = form.draft().about().seen();
        if (seen != null && seen.purpose() != null) {
            phrases.add(seen.purpose());
        }
        phrases.addAll(Arrays.asList(words.getStringArray(R.array.used_for)));
        parts.choices(List.copyOf(phrases), form.usedFor(), (known, phrase) -> known.withText("usedFor", phrase));
        boolean own = form.usedFor() != null && !phrases.contains(form.usedFor());
        Typing.into(page, R.string.check_used_for_other, own ? form.usedFor() : null, text -> {
            flow.typed(known -> known.withText("usedFor", text));
            parts.goOnOnly(!text.trim().isEmpty());
        });
        parts.goOnOnly(form.usedFor() != null);
    }

    private void proper(CheckForm form) {
        Long received = form.received();
        long all = received == null ? 0 : received;
        parts.pick(
                words.getString(R.string.check_proper_all, parts.money(all)),
                form.proper() != null && form.proper() == all,
                known -> known.withProper(all));
        TextView rest = (TextView) page.add(R.layout.part_text);
        View pad = page.add(R.layout.part_money);
        new MoneyPad(pad, parts.locale(), form.proper() == null ? 0 : form.proper(), amount -> {
            flow.typed(known -> known.withProper(amount));
            rest(rest, amount > all, flow.form());
            parts.goOnOnly(amount <= all);
        });
        rest(rest, false, form);
        parts.goOnOnly(form.proper() != null);
    }

    private void rest(TextView view, boolean tooMuch, CheckForm form) {
        Long misused = form.misused();
        view.setVisibility(tooMuch || misused != null ? View.VISIBLE : View.GONE);
        view.setText(
                tooMuch
                        ? words.getText(R.string.check_proper_too_much)
                        : misused == null ? "" : words.getString(R.string.check_misused, parts.money(misused)));
    }

    private void photo(CheckForm form) {
        page.text(words.getText(R.string.check_photo_text));
        page.choice(words.getText(R.string.check_photo_take), false, () -> {
            if (shots != null) {
                shots.take();
            }
        });
        page.text(
                form.photos() == 0
                        ? words.getText(R.string.check_photo_none)
                        : words.getString(R.string.check_photo_count, form.photos()));
        Position place = form.draft().position();
        page.text(
                place == null
                        ? words.getText(R.string.check_place_none)
                        : place.accuracyMetres() == Integer.MAX_VALUE
                                ? words.getText(R.string.check_place_unsure)
                                : words.getString(R.string.check_place, place.accuracyMetres()));
    }

    static int word(Outcome outcome) {
        return switch (outcome) {
            case CHECKED -> R.string.outcome_checked;
            case NOT_AT_HOME -> R.string.outcome_not_at_home;
            case REFUSED -> R.string.outcome_refused;
            case MOVED_AWAY -> R.string.outcome_moved_away;
        };
    }

    private static int question(CheckStep step) {
        return switch (step) {
            case BORROWER -> R.string.ask_borrower;
            case OUTCOME -> R.string.ask_outcome;
            case RECEIVED -> R.string.ask_received;
            case USED_FOR -> R.string.ask_used_for;
            case PROPER -> R.string.ask_proper;
            case FINDINGS -> R.string.ask_findings;
            case CAUSE -> R.string.ask_cause;
            case DAMAGE -> R.string.ask_damage;
            case OTHER -> R.string.ask_other;
            case NOTE -> R.string.ask_note;
            case PHOTO -> R.string.ask_photo;
            case SIGNATURE -> R.string.ask_signature;
            case TASK -> R.string.ask_task;
            case SUMMARY -> R.string.ask_summary;
        };
    }
}

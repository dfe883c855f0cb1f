package vn.sothon.app.ui.check;

import android.content.Context;
import android.content.res.Resources;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import com.google.android.material.button.MaterialButton;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.MoneyPad;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.SignatureView;
import vn.sothon.app.ui.form.Typing;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.record.Position;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.rule.MoneyWords;

/** Draws the page of one question. */
final class CheckPages {
    private final Context context;
    private final Resources words;
    private final Page page;
    private final MaterialButton next;
    private final CheckFlow flow;
    private final @Nullable Shots shots;

    CheckPages(Context context, ViewGroup column, MaterialButton next, CheckFlow flow, @Nullable Shots shots) {
        this.context = context;
        this.words = context.getResources();
        this.page = new Page(column);
        this.next = next;
        this.flow = flow;
        this.shots = shots;
    }

    void draw(CheckState state) {
        CheckForm form = state.form();
        goOn(R.string.go_on, flow::next);
        page.question(words.getText(question(state.step())));
        if (!state.problems().isEmpty()
                && CheckStep.ofField(state.problems().get(0).field()) == state.step()) {
            page.problem(CheckWords.problem(words, state.problems().get(0)));
        }
        if (state.trouble()) {
            page.problem(words.getText(R.string.check_trouble));
        }
        switch (state.step()) {
            case BORROWER -> borrower(form);
            case OUTCOME -> outcome(form);
            case RECEIVED -> received(form);
            case USED_FOR -> usedFor(form);
            case PROPER -> proper(form);
            case FINDINGS -> findings(form);
            case CAUSE -> cause(form);
            case NOTE ->
                Typing.into(
                        page,
                        R.string.check_note,
                        form.note(),
                        text -> flow.typed(known -> known.withText("note", text)));
            case PHOTO -> photo(form);
            case SIGNATURE -> signature(form);
            case TASK ->
                new TaskPage(words, page, flow).draw(state.tie(), form.draft().planTaskId());
            case SUMMARY -> {
                new SummaryPage(words, page, flow).draw(state);
                goOn(R.string.check_finish, flow::finish);
            }
        }
        if (state.busy()) {
            next.setEnabled(false);
        }
    }

    private void borrower(CheckForm form) {
        page.text(words.getString(R.string.check_number, form.draft().about().loanNumber()));
        Typing.into(page, R.string.check_borrower_name, form.borrower(), text -> {
            flow.typed(known -> known.withBorrower(text));
            next.setEnabled(!text.trim().isEmpty());
        });
        next.setEnabled(form.borrower() != null);
    }

    private void outcome(CheckForm form) {
        SeenLoan seen = form.draft().about().seen();
        if (seen != null && seen.disbursed() != null) {
            String purpose = seen.purpose();
            page.text(words.getString(
                    R.string.check_from_file,
                    money(seen.disbursed()),
                    purpose == null ? words.getString(R.string.check_no_purpose) : purpose));
        }
        for (Outcome outcome : Outcome.values()) {
            page.choice(
                    words.getText(CheckWords.outcome(outcome)),
                    outcome == form.outcome(),
                    () -> flow.answerAndGoOn(known -> known.withOutcome(outcome)));
        }
        goOnOnly(form.outcome() != null);
    }

    private void received(CheckForm form) {
        Long disbursed = form.disbursed();
        Long said = form.received();
        if (disbursed != null) {
            page.choice(
                    words.getString(R.string.check_received_all, money(disbursed)),
                    disbursed.equals(said),
                    () -> flow.answerAndGoOn(known -> known.withReceived(disbursed)));
        }
        new MoneyPad(page.add(R.layout.part_money), locale(), said == null ? 0 : said, amount -> {
            flow.typed(known -> known.withReceived(amount));
            goOnOnly(true);
        });
        goOnOnly(said != null);
    }

    private void usedFor(CheckForm form) {
        Set<String> phrases = new LinkedHashSet<>();
        SeenLoan seen = form.draft().about().seen();
        if (seen != null && seen.purpose() != null) {
            phrases.add(seen.purpose());
        }
        phrases.addAll(Arrays.asList(words.getStringArray(R.array.used_for)));
        for (String phrase : phrases) {
            page.choice(
                    phrase,
                    phrase.equals(form.usedFor()),
                    () -> flow.answerAndGoOn(known -> known.withText("usedFor", phrase)));
        }
        boolean own = form.usedFor() != null && !phrases.contains(form.usedFor());
        Typing.into(page, R.string.check_used_for_other, own ? form.usedFor() : null, text -> {
            flow.typed(known -> known.withText("usedFor", text));
            goOnOnly(!text.trim().isEmpty());
        });
        goOnOnly(form.usedFor() != null);
    }

    private void proper(CheckForm form) {
        Long received = form.received();
        long all = received == null ? 0 : received;
        page.choice(
                words.getString(R.string.check_proper_all, money(all)),
                form.proper() != null && form.proper() == all,
                () -> flow.answerAndGoOn(known -> known.withProper(all)));
        TextView rest = (TextView) page.add(R.layout.part_text);
        View pad = page.add(R.layout.part_money);
        new MoneyPad(pad, locale(), form.proper() == null ? 0 : form.proper(), amount -> {
            flow.typed(known -> known.withProper(amount));
            rest(rest, amount > all, flow.form());
            goOnOnly(amount <= all);
        });
        rest(rest, false, form);
        goOnOnly(form.proper() != null);
    }

    private void rest(TextView view, boolean tooMuch, CheckForm form) {
        Long misused = form.misused();
        view.setVisibility(tooMuch || misused != null ? View.VISIBLE : View.GONE);
        view.setText(
                tooMuch
                        ? words.getText(R.string.check_proper_too_much)
                        : misused == null ? "" : words.getString(R.string.check_misused, money(misused)));
    }

    private void findings(CheckForm form) {
        Set<FindingCode> said = form.findings();
        page.choice(
                words.getText(R.string.finding_none),
                form.findingsAnswered() && said.isEmpty(),
                () -> flow.answerAndGoOn(known -> known.withFindings(EnumSet.noneOf(FindingCode.class), null)));
        for (FindingCode code : CheckWords.ASKED) {
            page.choice(
                    words.getText(CheckWords.finding(code)),
                    said.contains(code),
                    () -> flow.answer(known -> {
                        Set<FindingCode> turned = EnumSet.noneOf(FindingCode.class);
                        turned.addAll(known.findings());
                        if (!turned.remove(code)) {
                            turned.add(code);
                        }
                        return known.withFindings(turned, known.cause());
                    }));
        }
        goOnOnly(form.findingsAnswered());
    }

    private void cause(CheckForm form) {
        for (Finding.ObjectiveCause cause : Finding.ObjectiveCause.values()) {
            page.choice(
                    words.getText(CheckWords.cause(cause)),
                    cause == form.cause(),
                    () -> flow.answerAndGoOn(known -> known.withFindings(known.findings(), cause)));
        }
        goOnOnly(form.cause() != null);
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

    private void signature(CheckForm form) {
        String name = form.borrower() == null ? "" : form.borrower();
        if (form.isSigned()) {
            page.text(words.getString(R.string.check_signed, name));
        }
        View part = page.add(R.layout.part_signature);
        SignatureView paper = part.findViewById(R.id.signature);
        paper.setContentDescription(words.getString(R.string.check_signature_of, name));
        part.findViewById(R.id.signature_again).setOnClickListener(v -> paper.clear());
        goOn(R.string.go_on, () -> {
            if (paper.isEmpty() || shots == null) {
                flow.next();
            } else {
                shots.keepSignature(paper.drawing(), name);
            }
        });
    }

    private void goOn(int label, Runnable then) {
        next.setText(label);
        next.setEnabled(true);
        next.setOnClickListener(v -> then.run());
    }

    private void goOnOnly(boolean answered) {
        next.setEnabled(answered);
    }

    private String money(long amount) {
        return MoneyWords.in(locale()).brief(amount);
    }

    private Locale locale() {
        return context.getResources().getConfiguration().getLocales().get(0);
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
            case NOTE -> R.string.ask_note;
            case PHOTO -> R.string.ask_photo;
            case SIGNATURE -> R.string.ask_signature;
            case TASK -> R.string.ask_task;
            case SUMMARY -> R.string.ask_summary;
        };
    }
}

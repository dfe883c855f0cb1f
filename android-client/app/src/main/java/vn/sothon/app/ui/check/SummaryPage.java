package vn.sothon.app.ui.check;

import android.content.res.Resources;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.Page;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.rule.MoneyWords;
import vn.sothon.model.rule.TaskTitle;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.model.sync.Push.Problem;

/** Everything once more before it is finished; each line leads back to its question. */
final class SummaryPage {
    private final Resources words;
    private final Page page;
    private final CheckFlow flow;
    private final MoneyWords money;

    SummaryPage(Resources words, Page page, CheckFlow flow) {
        this.words = words;
        this.page = page;
        this.flow = flow;
        this.money = MoneyWords.in(words.getConfiguration().getLocales().get(0));
    }

    void draw(CheckState state) {
        CheckForm form = state.form();
        for (Problem problem : state.problems()) {
            if (CheckStep.ofField(problem.field()) == CheckStep.SUMMARY) {
                page.problem(CheckWords.problem(words, problem));
            }
        }
        for (CheckStep step : CheckStep.of(form)) {
            if (step != CheckStep.SUMMARY) {
                page.line(words.getText(label(step)), value(step, form, state.tie()), () -> flow.goTo(step));
            }
        }
    }

    private CharSequence value(CheckStep step, CheckForm form, @Nullable TieAnswer tie) {
        return switch (step) {
            case BORROWER -> said(form.borrower());
            case OUTCOME -> {
                Outcome outcome = form.outcome();
                yield outcome == null ? said(null) : words.getText(CheckWords.outcome(outcome));
            }
            case RECEIVED -> sum(form.received());
            case USED_FOR -> said(form.usedFor());
            case PROPER -> {
                Long misused = form.misused();
                yield misused == null || misused == 0
                        ? sum(form.proper())
                        : words.getString(R.string.sum_proper_misused, sum(form.proper()), sum(misused));
            }
            case FINDINGS -> findings(form);
            case CAUSE -> form.cause() == null ? said(null) : words.getText(CheckWords.cause(form.cause()));
            case NOTE -> form.note() == null ? words.getText(R.string.sum_nothing) : form.note();
            case PHOTO ->
                form.photos() == 0
                        ? words.getText(R.string.sum_no_photo)
                        : words.getString(R.string.check_photo_count, form.photos());
            case SIGNATURE -> words.getText(form.isSigned() ? R.string.sum_signed : R.string.sum_unsigned);
            case TASK ->
                tie instanceof TieAnswer.Tied tied
                        ? words.getString(
                                R.string.check_task,
                                tied.task().key(),
                                TaskTitle.of(tied.task().content()))
                        : words.getText(R.string.sum_no_task);
            case SUMMARY -> "";
        };
    }

    private CharSequence findings(CheckForm form) {
        List<CharSequence> names = new ArrayList<>();
        for (FindingCode code : form.findings()) {
            names.add(words.getText(CheckWords.finding(code)));
        }
        if (names.isEmpty()) {
            return form.findingsAnswered() ? words.getText(R.string.finding_none) : said(null);
        }
        return String.join("; ", names);
    }

    private String sum(@Nullable Long amount) {
        return amount == null ? words.getString(R.string.sum_missing) : money.brief(amount);
    }

    private CharSequence said(@Nullable String text) {
        return text == null ? words.getText(R.string.sum_missing) : text;
    }

    private static int label(CheckStep step) {
        return switch (step) {
            case BORROWER -> R.string.label_borrower;
            case OUTCOME -> R.string.label_outcome;
            case RECEIVED -> R.string.label_received;
            case USED_FOR -> R.string.label_used_for;
            case PROPER -> R.string.label_proper;
            case FINDINGS -> R.string.label_findings;
            case CAUSE -> R.string.label_cause;
            case NOTE -> R.string.label_note;
            case PHOTO -> R.string.label_photo;
            case SIGNATURE -> R.string.label_signature;
            case TASK, SUMMARY -> R.string.label_task;
        };
    }
}

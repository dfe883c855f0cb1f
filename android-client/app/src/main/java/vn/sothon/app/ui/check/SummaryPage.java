package vn.sothon.app.ui.check;

import android.content.res.Resources;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.FindingPages;
import vn.sothon.app.ui.form.Findings;
import vn.sothon.app.ui.form.FormParts;
import vn.sothon.app.ui.form.TaskPage;
import vn.sothon.model.record.Finding.ObjectiveCause;
import vn.sothon.model.record.LoanUseCheck.Outcome;
import vn.sothon.model.rule.TieAnswer;

/** Everything once more before it is finished; each line leads back to its question. */
final class SummaryPage {
    private final Resources words;
    private final FormParts<CheckForm, CheckStep> parts;

    SummaryPage(FormParts<CheckForm, CheckStep> parts) {
        this.words = parts.words();
        this.parts = parts;
    }

    void draw(CheckForm form, @Nullable TieAnswer tie) {
        for (CheckStep step : CheckStep.of(form)) {
            if (step != CheckStep.SUMMARY) {
                parts.page().line(words.getText(label(step)), value(step, form, tie), () -> parts.flow()
                        .goTo(step));
            }
        }
    }

    private CharSequence value(CheckStep step, CheckForm form, @Nullable TieAnswer tie) {
        return switch (step) {
            case BORROWER -> said(form.borrower());
            case OUTCOME -> {
                Outcome outcome = form.outcome();
                yield outcome == null ? said(null) : words.getText(CheckPages.word(outcome));
            }
            case RECEIVED -> sum(form.received());
            case USED_FOR -> said(form.usedFor());
            case PROPER -> {
                Long misused = form.misused();
                yield misused == null || misused == 0
                        ? sum(form.proper())
                        : words.getString(R.string.sum_proper_misused, sum(form.proper()), sum(misused));
            }
            case FINDINGS -> FindingPages.brief(words, form.said(), form.findingsAnswered());
            case CAUSE -> {
                ObjectiveCause cause = form.said().cause();
                yield cause == null ? said(null) : words.getText(FindingPages.word(cause));
            }
            case DAMAGE -> damage(form.said());
            case OTHER -> said(form.said().other());
            case NOTE -> form.note() == null ? words.getText(R.string.sum_nothing) : form.note();
            case PHOTO ->
                form.photos() == 0
                        ? words.getText(R.string.sum_no_photo)
                        : words.getString(R.string.check_photo_count, form.photos());
            case SIGNATURE -> words.getText(form.isSigned() ? R.string.sum_signed : R.string.sum_unsigned);
            case TASK -> TaskPage.brief(words, tie);
            case SUMMARY -> "";
        };
    }

    private CharSequence damage(Findings said) {
        Integer damage = said.damage();
        return damage != null
                ? words.getString(R.string.damage_percent, damage)
                : said.damageAsked() ? words.getText(R.string.damage_unknown) : said(null);
    }

    private String sum(@Nullable Long amount) {
        return amount == null ? words.getString(R.string.sum_missing) : parts.money(amount);
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
            case DAMAGE -> R.string.label_damage;
            case OTHER -> R.string.label_other;
            case NOTE -> R.string.label_note;
            case PHOTO -> R.string.label_photo;
            case SIGNATURE -> R.string.label_signature;
            case TASK, SUMMARY -> R.string.label_task;
        };
    }
}

package vn.sothon.app.ui.minutes;

import android.content.res.Resources;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.FindingPages;
import vn.sothon.app.ui.form.Findings;
import vn.sothon.app.ui.form.FormParts;
import vn.sothon.app.ui.form.Signatures;
import vn.sothon.app.ui.form.Signatures.Slot;
import vn.sothon.app.ui.form.TaskPage;
import vn.sothon.app.ui.minutes.MinutesStep.Question;
import vn.sothon.model.record.ChecklistAnswer;
import vn.sothon.model.record.ChecklistAnswer.Item;
import vn.sothon.model.record.Finding.ObjectiveCause;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.MonitoringMinutes.Form;
import vn.sothon.model.record.Signatory;
import vn.sothon.model.rule.TieAnswer;

/** Everything once more before it is finished; each line leads back to its question. */
final class MinutesSummary {
    private final FormParts<MinutesForm, MinutesStep> parts;
    private final MinutesDesk desk;
    private final Resources words;

    MinutesSummary(FormParts<MinutesForm, MinutesStep> parts, MinutesDesk desk) {
        this.parts = parts;
        this.desk = desk;
        this.words = parts.words();
    }

    void draw(MinutesForm form, @Nullable TieAnswer tie, List<MinutesStep> pages) {
        for (MinutesStep step : pages) {
            switch (step.question()) {
                case SUMMARY, ADVICE_WHO, ADVICE_DAY -> {}
                case CHECKLIST -> {
                    if (step.at() == 0) {
                        line(R.string.label_checklist, counted(form), MinutesStep.of(Question.CHECKED));
                    }
                }
                case ADVICE ->
                    parts.page()
                            .line(
                                    words.getString(R.string.advice_number, step.at() + 1),
                                    AdvicePages.brief(words, form.advice().get(step.at())),
                                    () -> parts.flow().goTo(step));
                case SIGN -> {
                    Slot slot = MinutesStep.slots(form).get(step.at());
                    line(MinutesWords.sign(slot.as(), false), signed(form, slot), step);
                }
                default -> line(label(step.question()), value(step.question(), form, tie), step);
            }
        }
    }

    /** Each point of the checklist with its answer. */
    void checklist(MinutesForm form) {
        for (Item item : Item.values()) {
            ChecklistAnswer said = form.answer(item);
            CharSequence answer = said == null
                    ? words.getText(R.string.sum_missing)
                    : words.getText(MinutesWords.answer(item, said.answer()));
            line(
                    MinutesWords.item(item),
                    said == null || said.note() == null ? answer : answer + ". " + said.note(),
                    new MinutesStep(Question.CHECKLIST, MinutesStep.POINTS.indexOf(item)));
        }
    }

    private void line(int label, CharSequence value, MinutesStep step) {
        parts.page().line(words.getText(label), value, () -> parts.flow().goTo(step));
    }

    private CharSequence counted(MinutesForm form) {
        int good = 0;
        int bad = 0;
        int open = 0;
        for (Item item : Item.values()) {
            ChecklistAnswer said = form.answer(item);
            if (said == null || said.answer() == ChecklistAnswer.Answer.NOT_SEEN) {
                open++;
            } else if (MinutesWords.isGood(item, said.answer())) {
                good++;
            } else {
                bad++;
            }
        }
        return words.getString(R.string.sum_checklist, good, bad, open);
    }

    private CharSequence signed(MinutesForm form, Slot slot) {
        Signatory said = Signatures.of(form.draft(), slot).orElse(null);
        if (said == null) {
            return words.getText(R.string.sum_missing);
        }
        if (said.name().isEmpty()) {
            return words.getText(R.string.sum_nobody);
        }
        return words.getString(said.drawing() == null ? R.string.sum_signs_print : R.string.sum_signed_by, said.name());
    }

    private CharSequence value(Question question, MinutesForm form, @Nullable TieAnswer tie) {
        return switch (question) {
            case FORM -> word(form.form() == null ? null : (Integer) MinutesWords.form(form.form()));
            case SUBJECT -> word(form.subject() == null ? null : (Integer) MinutesWords.subject(form.subject()));
            case VISIT -> word(form.visit() == null ? null : (Integer) MinutesWords.visit(form.visit()));
            case VILLAGE, GROUP -> place(form);
            case TEAM -> people(form, "team");
            case PARTICIPANTS -> people(form, "participants");
            case FIGURES -> words.getText(form.answered("groupFigures") ? R.string.sum_written : R.string.sum_missing);
            case PLACE -> text(form, "place");
            case CONTENT -> text(form, "content");
            case STRENGTHS -> text(form, "strengths");
            case SHORTCOMINGS -> text(form, "shortcomings");
            case FINDINGS -> FindingPages.brief(words, form.said(), form.answered("findings"));
            case CAUSE -> {
                ObjectiveCause cause = form.said().cause();
                yield word(cause == null ? null : (Integer) FindingPages.word(cause));
            }
            case DAMAGE -> damage(form.said());
            case OTHER -> form.said().other() == null ? word(null) : form.said().other();
            case ADVICES ->
                form.answered("recommendations")
                        ? words.getString(R.string.sum_advices, form.advice().size())
                        : word(null);
            case SHEETS -> text(form, "sheetsAttached");
            case TASK -> TaskPage.brief(words, tie);
            default -> "";
        };
    }

    private CharSequence damage(Findings said) {
        Integer damage = said.damage();
        return damage != null
                ? words.getString(R.string.damage_percent, damage)
                : words.getText(said.damageAsked() ? R.string.damage_unknown : R.string.sum_missing);
    }

    private CharSequence place(MinutesForm form) {
        String name = form.form() == Form.GROUP_16TD ? desk.groupName(form.draft()) : desk.villageName(form.draft());
        return name == null ? word(null) : name;
    }

    private CharSequence people(MinutesForm form, String field) {
        List<Inspector> people = form.people(field);
        return people.isEmpty()
                ? words.getText(form.answered(field) ? R.string.sum_nobody : R.string.sum_missing)
                : String.join(", ", people.stream().map(Inspector::name).collect(Collectors.toList()));
    }

    private CharSequence text(MinutesForm form, String field) {
        String said = form.text(field);
        return said != null ? said : words.getText(form.answered(field) ? R.string.sum_nothing : R.string.sum_missing);
    }

    private CharSequence word(@Nullable Integer word) {
        return words.getText(word == null ? R.string.sum_missing : word);
    }

    private static int label(Question question) {
        return switch (question) {
            case FORM -> R.string.label_form;
            case VILLAGE -> R.string.label_village;
            case GROUP -> R.string.label_group;
            case SUBJECT -> R.string.label_subject;
            case VISIT -> R.string.label_visit;
            case PLACE -> R.string.label_place;
            case TEAM -> R.string.label_inspectors;
            case PARTICIPANTS -> R.string.label_participants;
            case FIGURES -> R.string.label_figures;
            case CONTENT -> R.string.minutes_content;
            case STRENGTHS -> R.string.minutes_strengths;
            case SHORTCOMINGS -> R.string.minutes_shortcomings;
            case FINDINGS -> R.string.label_findings;
            case CAUSE -> R.string.label_cause;
            case DAMAGE -> R.string.label_damage;
            case OTHER -> R.string.label_other;
            case ADVICES -> R.string.label_advices;
            case SHEETS -> R.string.label_sheets;
            default -> R.string.label_task;
        };
    }
}

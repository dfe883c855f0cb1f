package vn.sothon.app.ui.minutes;

import android.content.res.Resources;
import java.util.Arrays;
import java.util.List;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.FindingPages;
import vn.sothon.app.ui.form.FormFlow;
import vn.sothon.app.ui.form.FormParts;
import vn.sothon.app.ui.form.FormState;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.People;
import vn.sothon.app.ui.form.Signatures.Slot;
import vn.sothon.app.ui.form.TaskPage;
import vn.sothon.app.ui.form.Typing;
import vn.sothon.model.loan.Views;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.ChecklistAnswer;
import vn.sothon.model.record.ChecklistAnswer.Answer;
import vn.sothon.model.record.ChecklistAnswer.Item;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.MonitoringMinutes.Form;
import vn.sothon.model.record.Signatory;
import vn.sothon.model.rule.FoldedText;

/** Draws the page of one question. */
final class MinutesPages {
    private static final int FEW = 6;

    private final FormParts<MinutesForm, MinutesStep> parts;
    private final FormFlow<MinutesForm, MinutesStep> flow;
    private final MinutesDesk desk;
    private final Resources words;
    private final Page page;

    MinutesPages(FormParts<MinutesForm, MinutesStep> parts, MinutesDesk desk) {
        this.parts = parts;
        this.flow = parts.flow();
        this.desk = desk;
        this.words = parts.words();
        this.page = parts.page();
    }

    void draw(FormState<MinutesForm, MinutesStep> state) {
        MinutesForm form = state.form();
        MinutesStep step = state.page();
        FindingPages<MinutesForm, MinutesStep> findings =
                new FindingPages<>(parts, MinutesForm::said, MinutesForm::withFindings);
        parts.ask(question(step, form), state);
        switch (step.question()) {
            case FORM -> form(form);
            case VILLAGE -> village(form);
            case GROUP -> group(form, "");
            case SUBJECT -> subject(form);
            case VISIT -> visit(form);
            case PLACE -> place(form);
            case TEAM -> people(form, "team", 1);
            case PARTICIPANTS -> people(form, "participants", 0);
            case FIGURES -> new FigurePages(parts, desk).all(form);
            case FIGURE -> new FigurePages(parts, desk).one(form, Figure.ALL.get(step.at()));
            case CHECKLIST -> checklist(form, MinutesStep.POINTS.get(step.at()));
            case CHECKED -> new MinutesSummary(parts, desk).checklist(form);
            case CONTENT -> content(form);
            case STRENGTHS -> text(form, "strengths", R.string.minutes_strengths, R.array.strengths);
            case SHORTCOMINGS -> text(form, "shortcomings", R.string.minutes_shortcomings, R.array.shortcomings);
            case FINDINGS -> findings.codes(MinutesWords.ASKED, form.answered("findings"));
            case CAUSE -> findings.cause();
            case DAMAGE -> findings.damage();
            case OTHER -> findings.other();
            case ADVICE -> new AdvicePages(parts, desk).text(form, step.at());
            case ADVICE_WHO -> new AdvicePages(parts, desk).who(form, step.at());
            case ADVICE_DAY -> new AdvicePages(parts, desk).day(form, step.at());
            case ADVICES -> new AdvicePages(parts, desk).all(form);
            case SHEETS -> sheets(form);
            case SIGN -> sign(form, MinutesStep.slots(form).get(step.at()));
            case TASK -> new TaskPage(parts).draw(state.tie());
            case SUMMARY -> {
                new MinutesSummary(parts, desk).draw(form, state.tie(), flow.pages());
                parts.goOn(R.string.check_finish, flow::finish);
            }
        }
    }

    private void form(MinutesForm form) {
        for (Form each : MinutesWords.FORMS) {
            parts.pick(words.getText(MinutesWords.form(each)), each == form.form(), known -> known.withForm(each));
        }
        parts.goOnOnly(form.form() != null);
    }

    private void village(MinutesForm form) {
        String said = form.draft().acting().villageCode();
        for (Views.Village village : desk.villages()) {
            parts.pick(village.name(), village.code().equals(said), known -> desk.moved(known, village));
        }
        parts.goOnOnly(said != null);
    }

    /** Few groups are buttons; of many, those whose name was begun. */
    private void group(MinutesForm form, String sought) {
        String said = form.draft().about().groupCode();
        List<Views.Group> groups = desk.groups();
        if (groups.size() > FEW) {
            Typing.into(page, R.string.group_search, sought, text -> show(form, groups, text));
        }
        show(form, groups, sought);
        if (groups.isEmpty()) {
            page.text(words.getText(R.string.group_none));
        }
        parts.goOnOnly(said != null);
    }

    private void show(MinutesForm form, List<Views.Group> groups, String sought) {
        String said = form.draft().about().groupCode();
        page.keepOnly(groups.size() > FEW ? 2 : 1);
        String folded = FoldedText.words(sought);
        groups.stream()
                .filter(group -> FoldedText.words(group.name() + " " + group.leaderName())
                        .contains(folded))
                .limit(FEW)
                .forEach(group ->
                        parts.pick(group.name(), group.code().equals(said), known -> desk.moved(known, group)));
    }

    private void subject(MinutesForm form) {
        for (RecordSubject each : MinutesWords.SUBJECTS) {
            parts.pick(
                    words.getText(MinutesWords.subject(each)),
                    each == form.subject(),
                    known -> known.withText("subject", each.name()));
        }
        parts.goOnOnly(form.subject() != null);
    }

    private void visit(MinutesForm form) {
        for (VisitKind each : MinutesWords.VISITS) {
            parts.pick(
                    words.getText(MinutesWords.visit(each)),
                    each == form.visit(),
                    known -> known.withText("visit", each.name()));
        }
        parts.goOnOnly(form.visit() != null);
    }

    private void place(MinutesForm form) {
        List<String> places = Arrays.asList(words.getStringArray(R.array.minutes_places));
        String said = form.text("place");
        parts.choices(places, said, (known, place) -> known.withText("place", place));
        Typing.into(page, R.string.place_other, places.contains(said) ? null : said, text -> {
            flow.typed(known -> known.withText("place", text));
            parts.goOnOnly(!text.trim().isEmpty());
        });
        parts.goOnOnly(said != null);
    }

    private void people(MinutesForm form, String field, int fixed) {
        List<Inspector> known = desk.known(form, words.getString(R.string.position_leader));
        parts.people(new People(
                form.people(field),
                fixed,
                fixed == 0 ? known : List.of(),
                people -> flow.answer(form1 -> form1.withPeople(field, people)),
                people -> flow.answerAndGoOn(form1 -> form1.withPeople(field, people))));
    }

    private void checklist(MinutesForm form, Item item) {
        ChecklistAnswer said = form.answer(item);
        String note = said == null ? null : said.note();
        for (Answer answer : Answer.values()) {
            parts.pick(
                    words.getText(MinutesWords.answer(item, answer)),
                    said != null && said.answer() == answer,
                    known -> known.withAnswer(item, answer, note));
        }
        if (said != null) {
            Typing.into(
                    page,
                    R.string.minutes_item_note,
                    note,
                    text -> flow.typed(known ->
                            known.withAnswer(item, said.answer(), text.trim().isEmpty() ? null : text.trim())));
        }
        parts.goOnOnly(said != null);
    }

    private void content(MinutesForm form) {
        parts.phrases(R.string.minutes_content, form.text("content"), R.array.contents, (known, text) -> {
            parts.goOnOnly(!text.trim().isEmpty());
            return known.withText("content", text);
        });
        parts.goOnOnly(form.text("content") != null);
    }

    private void text(MinutesForm form, String field, int hint, int ready) {
        parts.phrases(hint, form.text(field), ready, (known, text) -> known.withText(field, text));
        parts.goOn(R.string.go_on, () -> {
            String said = flow.form().text(field);
            flow.answerAndGoOn(known -> known.withText(field, said == null ? "" : said));
        });
    }

    private void sheets(MinutesForm form) {
        int made = desk.sheets(form.draft().about().groupCode());
        String said = form.text("sheetsAttached");
        for (int number = 0; number <= Math.max(2, made); number++) {
            int each = number;
            parts.pick(
                    words.getString(R.string.minutes_sheets, each),
                    String.valueOf(each).equals(said),
                    known -> known.withSheets(each));
        }
        if (made > 0) {
            page.text(words.getString(R.string.minutes_sheets_made, made));
        }
        parts.count(said == null ? null : Long.valueOf(said), 99, (known, sum) -> known.withSheets(sum.intValue()));
        parts.goOnOnly(said != null);
    }

    private void sign(MinutesForm form, Slot slot) {
        switch (slot.as()) {
            case TEAM_HEAD, CHAIR -> parts.sign(slot, desk.author(), false, true);
            case GROUP_LEADER -> parts.sign(slot, desk.leader(form.draft()), false, true);
            default -> parts.sign(slot, "", false, true);
        }
    }

    private CharSequence question(MinutesStep step, MinutesForm form) {
        return words.getText(
                switch (step.question()) {
                    case FORM -> R.string.ask_minutes_form;
                    case VILLAGE -> R.string.ask_village;
                    case GROUP -> R.string.ask_group;
                    case SUBJECT -> R.string.ask_subject;
                    case VISIT -> R.string.ask_visit;
                    case PLACE -> R.string.ask_minutes_place;
                    case TEAM -> R.string.ask_team;
                    case PARTICIPANTS -> R.string.ask_participants;
                    case FIGURES -> R.string.ask_figures;
                    case FIGURE -> Figure.ALL.get(step.at()).label();
                    case CHECKLIST -> MinutesWords.item(MinutesStep.POINTS.get(step.at()));
                    case CHECKED -> R.string.label_checklist;
                    case CONTENT -> R.string.ask_content;
                    case STRENGTHS -> R.string.ask_strengths;
                    case SHORTCOMINGS -> R.string.ask_shortcomings;
                    case FINDINGS -> R.string.ask_findings;
                    case CAUSE -> R.string.ask_cause;
                    case DAMAGE -> R.string.ask_damage;
                    case OTHER -> R.string.ask_other;
                    case ADVICE -> R.string.ask_advice;
                    case ADVICE_WHO -> R.string.ask_advice_who;
                    case ADVICE_DAY -> R.string.ask_advice_day;
                    case ADVICES -> R.string.ask_advices;
                    case SHEETS -> R.string.ask_sheets;
                    case SIGN -> sign(MinutesStep.slots(form).get(step.at()).as());
                    case TASK -> R.string.ask_task;
                    case SUMMARY -> R.string.ask_summary;
                });
    }

    private static int sign(Signatory.As as) {
        return MinutesWords.sign(as, true);
    }
}

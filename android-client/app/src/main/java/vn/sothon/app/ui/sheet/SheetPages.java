package vn.sothon.app.ui.sheet;

import android.content.res.Resources;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.FormFlow;
import vn.sothon.app.ui.form.FormParts;
import vn.sothon.app.ui.form.FormState;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.People;
import vn.sothon.app.ui.form.Signatures;
import vn.sothon.app.ui.form.Signatures.Slot;
import vn.sothon.app.ui.form.Typing;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.Signatory;

/** Draws a page of the sheet. */
final class SheetPages {
    private final FormParts<SheetForm, SheetStep> parts;
    private final FormFlow<SheetForm, SheetStep> flow;
    private final VisitPaper paper;
    private final Resources words;
    private final Page page;

    SheetPages(FormParts<SheetForm, SheetStep> parts, VisitPaper paper) {
        this.parts = parts;
        this.flow = parts.flow();
        this.paper = paper;
        this.words = parts.words();
        this.page = parts.page();
    }

    void draw(FormState<SheetForm, SheetStep> state) {
        SheetForm form = state.form();
        parts.ask(words.getText(question(state.page())), state);
        switch (state.page()) {
            case FIGURES -> figures(form);
            case PLACE -> place(form);
            case INSPECTORS ->
                parts.people(new People(
                        form.inspectors(),
                        1,
                        List.of(),
                        people -> flow.answer(known -> known.withInspectors(people)),
                        people -> flow.answerAndGoOn(known -> known.withInspectors(people))));
            case PLAN -> text(form, SheetForm.PLAN, R.string.sheet_plan, R.array.sheet_plans);
            case MEASURES -> text(form, SheetForm.MEASURES, R.string.sheet_measures, R.array.sheet_measures);
            case SIGN_INSPECTOR -> sign(SheetStep.SIGN_INSPECTOR, inspector(form, 0), true);
            case SIGN_SECOND -> sign(SheetStep.SIGN_SECOND, inspector(form, 1), true);
            case SIGN_LEADER -> sign(SheetStep.SIGN_LEADER, paper.leader(form.draft()), false);
            case SIGN_WITNESS -> sign(SheetStep.SIGN_WITNESS, "", false);
            case SUMMARY -> summary(form);
        }
    }

    private void figures(SheetForm form) {
        for (String line : lines(form.sheet())) {
            page.text(line);
        }
        List<String> open = paper.halfWritten(form.draft());
        if (!open.isEmpty()) {
            page.problem(words.getString(R.string.sheet_half_written, String.join(", ", open)));
        }
    }

    private List<String> lines(CheckSheet sheet) {
        return Arrays.asList(
                words.getString(
                        R.string.sheet_total,
                        sheet.total().customers(),
                        parts.money(sheet.total().reallyReceived())),
                words.getString(
                        R.string.sheet_proper,
                        sheet.proper().customers(),
                        parts.money(sheet.proper().amount())),
                words.getString(
                        R.string.sheet_misused,
                        sheet.misused().customers(),
                        parts.money(sheet.misused().amount())));
    }

    private void place(SheetForm form) {
        String said = form.text(SheetForm.PLACE);
        List<String> places = Arrays.asList(words.getStringArray(R.array.places));
        parts.choices(places, said, (known, place) -> known.withText(SheetForm.PLACE, place));
        Typing.into(page, R.string.place_other, places.contains(said) ? null : said, text -> {
            flow.typed(known -> known.withText(SheetForm.PLACE, text));
            parts.goOnOnly(!text.trim().isEmpty());
        });
        parts.goOnOnly(said != null);
    }

    private void text(SheetForm form, String field, int hint, int ready) {
        parts.phrases(hint, form.text(field), ready, (known, text) -> known.withText(field, text));
        parts.goOn(R.string.go_on, () -> {
            String said = flow.form().text(field);
            flow.answerAndGoOn(known -> known.withText(field, said == null ? "" : said));
        });
    }

    private void sign(SheetStep step, String proposed, boolean known) {
        Slot slot = step.slot();
        if (slot != null) {
            parts.sign(slot, proposed, known, true);
        }
    }

    private void summary(SheetForm form) {
        for (SheetStep step : SheetStep.of(form)) {
            if (step != SheetStep.SUMMARY) {
                page.line(words.getText(label(step)), value(step, form), () -> flow.goTo(step));
            }
        }
        parts.goOn(R.string.check_finish, flow::finish);
    }

    private CharSequence value(SheetStep step, SheetForm form) {
        Slot signs = step.slot();
        if (signs != null) {
            return signed(form, signs);
        }
        return switch (step) {
            case FIGURES -> String.join("\n", lines(form.sheet()));
            case PLACE -> said(form.text(SheetForm.PLACE));
            case PLAN -> said(form.text(SheetForm.PLAN));
            case MEASURES -> said(form.text(SheetForm.MEASURES));
            default ->
                String.join(
                        ", ", form.inspectors().stream().map(Inspector::name).collect(Collectors.toList()));
        };
    }

    private CharSequence signed(SheetForm form, Slot slot) {
        Signatory said = Signatures.of(form.draft(), slot).orElse(null);
        if (said == null || said.name().isEmpty()) {
            return words.getText(R.string.sum_nobody);
        }
        return words.getString(said.drawing() == null ? R.string.sum_signs_print : R.string.sum_signed_by, said.name());
    }

    private CharSequence said(@Nullable String text) {
        return text == null ? words.getText(R.string.sum_nothing) : text;
    }

    private static String inspector(SheetForm form, int number) {
        return form.inspectors().size() > number ? form.inspectors().get(number).name() : "";
    }

    private static int question(SheetStep step) {
        return switch (step) {
            case FIGURES -> R.string.sheet_title;
            case PLACE -> R.string.ask_place;
            case INSPECTORS -> R.string.ask_inspectors;
            case PLAN -> R.string.ask_sheet_plan;
            case MEASURES -> R.string.ask_measures;
            case SIGN_INSPECTOR, SIGN_SECOND -> R.string.ask_sign_inspector;
            case SIGN_LEADER -> R.string.ask_sign_leader;
            case SIGN_WITNESS -> R.string.ask_sign_witness;
            case SUMMARY -> R.string.ask_summary;
        };
    }

    private static int label(SheetStep step) {
        return switch (step) {
            case FIGURES, SUMMARY -> R.string.label_figures;
            case PLACE -> R.string.label_place;
            case INSPECTORS -> R.string.label_inspectors;
            case PLAN -> R.string.sheet_plan;
            case MEASURES -> R.string.sheet_measures;
            case SIGN_INSPECTOR, SIGN_SECOND -> R.string.label_sign_inspector;
            case SIGN_LEADER -> R.string.label_sign_leader;
            case SIGN_WITNESS -> R.string.label_sign_witness;
        };
    }
}

package vn.sothon.app.ui.minutes;

import android.app.DatePickerDialog;
import android.content.res.Resources;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.FormFlow;
import vn.sothon.app.ui.form.FormParts;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.form.Typing;
import vn.sothon.app.ui.minutes.MinutesForm.Advice;
import vn.sothon.app.ui.minutes.MinutesStep.Question;

/** Recommendations: what, who, by when, one page each. */
final class AdvicePages {
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);

    private static final int[] USUAL_DAYS = {7, 15, 30, 90};
    private static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private final FormParts<MinutesForm, MinutesStep> parts;
    private final FormFlow<MinutesForm, MinutesStep> flow;
    private final MinutesDesk desk;
    private final Resources words;
    private final Page page;

    AdvicePages(FormParts<MinutesForm, MinutesStep> parts, MinutesDesk desk) {
        this.parts = parts;
        this.flow = parts.flow();
        this.desk = desk;
        this.words = parts.words();
        this.page = parts.page();
    }

    /** What was recommended so far, and whether there is more. */
    void all(MinutesForm form) {
        List<Advice> advice = form.advice();
        for (int i = 0; i < advice.size(); i++) {
            int at = i;
            page.line(
                    words.getString(R.string.advice_number, i + 1),
                    brief(words, advice.get(i)),
                    () -> flow.goTo(new MinutesStep(Question.ADVICE, at)));
        }
        page.choice(
                words.getText(R.string.advice_add),
                false,
                () -> flow.answerAndTurnTo(desk::withNewAdvice, new MinutesStep(Question.ADVICE, advice.size())));
        parts.goOn(
                advice.isEmpty() ? R.string.advice_none : R.string.advice_enough,
                () -> flow.answerAndGoOn(known -> known.withAdvice(known.advice())));
    }

    void text(MinutesForm form, int at) {
        String said = form.advice().get(at).text();
        parts.phrases(R.string.advice_text, said, R.array.advice, (known, text) -> {
            parts.goOnOnly(!text.trim().isEmpty());
            return known.withAdvice(at, one -> new Advice(one.id(), orNull(text), one.deadline(), one.responsible()));
        });
        page.choice(words.getText(R.string.advice_drop), false, () -> {
            List<Advice> fewer = form.advice();
            fewer.remove(at);
            flow.answerAndTurnTo(known -> known.withAdvice(fewer), MinutesStep.of(Question.ADVICES));
        });
        parts.goOnOnly(said != null);
    }

    void who(MinutesForm form, int at) {
        String said = form.advice().get(at).responsible();
        List<String> usual = Arrays.asList(words.getStringArray(R.array.advice_who));
        parts.choices(usual, said, (known, who) -> with(known, at, who));
        Typing.into(page, R.string.advice_who_other, usual.contains(said) ? null : said, text -> {
            flow.typed(known -> with(known, at, text));
            parts.goOnOnly(!text.trim().isEmpty());
        });
        parts.goOnOnly(said != null);
    }

    void day(MinutesForm form, int at) {
        LocalDate said = form.advice().get(at).deadline();
        LocalDate today = desk.today();
        boolean usual = false;
        for (int days : USUAL_DAYS) {
            LocalDate day = today.plusDays(days);
            usual |= day.equals(said);
            parts.pick(
                    words.getString(R.string.advice_in_days, days, DAY.format(day)),
                    day.equals(said),
                    known -> with(known, at, day));
        }
        page.choice(
                said == null || usual ? words.getText(R.string.advice_other_day) : DAY.format(said),
                said != null && !usual,
                () -> ask(said == null ? today : said, at));
        parts.goOnOnly(said != null);
    }

    private void ask(LocalDate day, int at) {
        DatePickerDialog calendar = new DatePickerDialog(
                parts.context(),
                (view, year, month, date) ->
                        flow.answerAndGoOn(known -> with(known, at, LocalDate.of(year, month + 1, date))),
                day.getYear(),
                day.getMonthValue() - 1,
                day.getDayOfMonth());
        calendar.getDatePicker()
                .setMinDate(desk.today().atStartOfDay(ZONE).toInstant().toEpochMilli());
        calendar.show();
    }

    /** All of it in the line of a list. */
    static CharSequence brief(Resources words, Advice advice) {
        String open = words.getString(R.string.sum_missing);
        LocalDate day = advice.deadline();
        return words.getString(
                R.string.advice_brief,
                advice.text() == null ? open : advice.text(),
                advice.responsible() == null ? open : advice.responsible(),
                day == null ? open : DAY.format(day));
    }

    private static MinutesForm with(MinutesForm form, int at, String who) {
        return form.withAdvice(at, one -> new Advice(one.id(), one.text(), one.deadline(), orNull(who)));
    }

    private static MinutesForm with(MinutesForm form, int at, LocalDate day) {
        return form.withAdvice(at, one -> new Advice(one.id(), one.text(), day, one.responsible()));
    }

    private static @Nullable String orNull(String text) {
        return text.trim().isEmpty() ? null : text.trim();
    }
}

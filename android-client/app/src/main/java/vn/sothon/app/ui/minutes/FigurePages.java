package vn.sothon.app.ui.minutes;

import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.FormParts;
import vn.sothon.app.ui.minutes.MinutesStep.Question;

/** Part I of 16/TD: what the roster knows stands there already, a tap mends or adds. */
final class FigurePages {
    private static final long MOST_MEMBERS = 999;

    private final FormParts<MinutesForm, MinutesStep> parts;
    private final MinutesDesk desk;

    FigurePages(FormParts<MinutesForm, MinutesStep> parts, MinutesDesk desk) {
        this.parts = parts;
        this.desk = desk;
    }

    void all(MinutesForm form) {
        MinutesForm shown = filled(form);
        for (Figure figure : Figure.values()) {
            parts.page().line(parts.words().getText(figure.label()), value(shown, figure), () -> parts.flow()
                    .answerAndTurnTo(this::filled, new MinutesStep(Question.FIGURE, Figure.ALL.indexOf(figure))));
        }
        parts.goOn(R.string.figures_right, () -> parts.flow().answerAndGoOn(this::filled));
    }

    void one(MinutesForm form, Figure figure) {
        if (figure == Figure.RATING) {
            for (String rating : parts.words().getStringArray(R.array.ratings)) {
                parts.pick(rating, rating.equals(form.rating()), known -> known.withRating(rating));
            }
            return;
        }
        parts.pick(parts.words().getText(R.string.figure_nothing), false, known -> known.withFigure(figure, 0L));
        parts.pick(parts.words().getText(R.string.figure_unknown), false, known -> known.withFigure(figure, null));
        Long said = form.figure(figure);
        if (figure.isMoney()) {
            parts.sum(said, (known, sum) -> known.withFigure(figure, sum));
        } else {
            parts.count(said, MOST_MEMBERS, (known, number) -> known.withFigure(figure, number));
        }
    }

    /** With the roster's figures, as long as nobody has said anything. */
    private MinutesForm filled(MinutesForm form) {
        return form.answered("groupFigures")
                ? form
                : form.withFigures(desk.figures(form.draft().about().groupCode()));
    }

    private CharSequence value(MinutesForm form, Figure figure) {
        if (figure == Figure.RATING) {
            return said(form.rating());
        }
        Long said = form.figure(figure);
        if (said == null) {
            return said(null);
        }
        return figure.isMoney() ? parts.money(said) : parts.words().getString(R.string.figure_people, said);
    }

    private CharSequence said(@Nullable String text) {
        return text == null ? parts.words().getText(R.string.figure_open) : text;
    }
}

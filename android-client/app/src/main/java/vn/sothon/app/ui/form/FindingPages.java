package vn.sothon.app.ui.form;

import android.content.res.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import vn.sothon.app.R;
import vn.sothon.model.record.Finding.ObjectiveCause;
import vn.sothon.model.record.FindingCode;

/** The pages that ask for findings, and for what belongs to some of them. */
public final class FindingPages<F, S> {
    private static final int[] TYPICAL = {25, 50, 75, 100};
    private static final int WHOLE = 100;

    private final FormParts<F, S> parts;
    private final Function<F, Findings> of;
    private final BiFunction<F, Findings, F> with;

    /** Findings lie in each form in their own way. */
    public FindingPages(FormParts<F, S> parts, Function<F, Findings> of, BiFunction<F, Findings, F> with) {
        this.parts = parts;
        this.of = of;
        this.with = with;
    }

    /** As plain yes or no; "nothing" is an answer too. */
    public void codes(List<FindingCode> asked, boolean answered) {
        Findings said = of.apply(parts.flow().form());
        parts.pick(
                parts.words().getText(R.string.finding_none),
                answered && said.codes().isEmpty(),
                change(known -> Findings.NONE));
        for (FindingCode code : asked) {
            parts.page().choice(parts.words().getText(word(code)), said.has(code), () -> parts.flow()
                    .answer(change(known -> known.turned(code))));
        }
        parts.goOnOnly(answered);
    }

    public void cause() {
        ObjectiveCause said = of.apply(parts.flow().form()).cause();
        for (ObjectiveCause cause : ObjectiveCause.values()) {
            parts.pick(parts.words().getText(word(cause)), cause == said, change(known -> known.withCause(cause)));
        }
        parts.goOnOnly(said != null);
    }

    public void damage() {
        Findings said = of.apply(parts.flow().form());
        for (int percent : TYPICAL) {
            Integer each = percent;
            parts.pick(
                    parts.words().getString(R.string.damage_percent, percent),
                    each.equals(said.damage()),
                    change(known -> known.withDamage(each)));
        }
        parts.pick(
                parts.words().getText(R.string.damage_unknown),
                said.damageAsked() && said.damage() == null,
                change(known -> known.withDamage(null)));
        Integer damage = said.damage();
        parts.count(
                damage == null ? null : damage.longValue(),
                WHOLE,
                (form, sum) -> with.apply(form, of.apply(form).withDamage(sum.intValue())));
        parts.goOnOnly(said.damageAsked());
    }

    public void other() {
        String said = of.apply(parts.flow().form()).other();
        Typing.into(parts.page(), R.string.finding_other_hint, said, text -> {
            parts.flow().typed(change(known -> known.withOther(text)));
            parts.goOnOnly(!text.trim().isEmpty());
        });
        parts.goOnOnly(said != null);
    }

    private UnaryOperator<F> change(UnaryOperator<Findings> change) {
        return form -> with.apply(form, change.apply(of.apply(form)));
    }

    /** All of them in a line of a summary. */
    public static CharSequence brief(Resources words, Findings said, boolean answered) {
        List<CharSequence> names = new ArrayList<>();
        for (FindingCode code : said.codes()) {
            names.add(words.getText(word(code)));
        }
        if (names.isEmpty()) {
            return words.getText(answered ? R.string.finding_none : R.string.sum_missing);
        }
        return String.join("; ", names);
    }

    public static int word(FindingCode code) {
        return switch (code) {
            case OBJECTIVE_RISK -> R.string.finding_objective_risk;
            case BUSINESS_LOSS -> R.string.finding_business_loss;
            case INTEREST_ARREARS -> R.string.finding_interest_arrears;
            case UNWILLING_TO_PAY -> R.string.finding_unwilling;
            case PROXY_BORROWING -> R.string.finding_proxy;
            case MISAPPROPRIATION -> R.string.finding_misappropriation;
            case UNLAWFUL_FEE -> R.string.finding_fee;
            case MISUSE, PARTIAL_MISUSE -> R.string.finding_misuse;
            case ABSCONDED -> R.string.finding_absconded;
            case WRONG_ELIGIBILITY -> R.string.finding_eligibility;
            case RECORDS_MISSING -> R.string.finding_records;
            case OVERDUE -> R.string.finding_overdue;
            default -> R.string.finding_other;
        };
    }

    public static int word(ObjectiveCause cause) {
        return switch (cause) {
            case NATURAL_DISASTER -> R.string.cause_disaster;
            case EPIDEMIC -> R.string.cause_epidemic;
            case ILLNESS_OR_ACCIDENT -> R.string.cause_illness;
            case DEATH_OR_MISSING -> R.string.cause_death;
            case PRICE -> R.string.cause_price;
        };
    }
}

package vn.sothon.model.rule;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.PlanTask;

/**
 * How one task fits one record, by the words of one acceptance. Compared in the order of the fields: what was checked,
 * who checked, how, and only then the finer marks; docs/ties.md explains each.
 *
 * @param what 4 the very matter that was found, 3 named, 2 near, 1 general; one less when the words give the check to
 *     somebody else alone: 0 is no reason to tie, but may be offered
 * @param who 4 the words name this author alone, 3 among others, 2 and 1 so his group's association, 1 his unit leads or
 *     executes, 0 nothing
 * @param how 1 the visit is named, 0 none is, -1 only others are
 * @param open whether the words leave the author open or name him
 * @param coordinates whether the author's unit is to coordinate
 * @param whoWords the words or the unit that name the author, where they are not the phrase itself
 */
record TieFit(
        PlanTask task,
        Acceptance by,
        int what,
        int who,
        int how,
        boolean open,
        boolean coordinates,
        int specificity,
        Standing standing,
        @Nullable String whoWords) {

    /** What ties the author to the task; {@code QUOTED}: the quoted phrase names him; {@code ASSOCIATION}: his group's. */
    enum Standing {
        QUOTED,
        TEXT,
        ASSOCIATION,
        LEADS,
        EXECUTES,
        COORDINATES,
        OTHERS,
        NOBODY
    }

    /** Equal here means equally good: a person is told so. */
    static final Comparator<TieFit> BY_MERIT = Comparator.comparingInt(TieFit::what)
            .thenComparingInt(TieFit::who)
            .thenComparingInt(TieFit::how)
            .thenComparing(TieFit::open)
            .thenComparing(TieFit::coordinates)
            .thenComparingInt(TieFit::specificity);

    /** Best first, and never a tie left to chance. */
    static final Comparator<TieFit> BEST_FIRST = BY_MERIT.reversed()
            .thenComparing(fit -> fit.task().key(), KeyOrder.AS_PRINTED)
            .thenComparing(fit -> fit.task().id());

    boolean ties() {
        return what > 0;
    }

    boolean asGoodAs(TieFit other) {
        return BY_MERIT.compare(this, other) == 0;
    }
}

package vn.sothon.model.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.sync.TieView;

/**
 * Which plan task a record fulfils. The most local plan that covers place and day comes first; inside it, what was
 * checked, then who checked, then how. Phone and server run the same rule and come to the same answer, whatever the
 * order of the candidates. Safe for use by many threads.
 */
public final class TieRule {
    private static final int OTHERS = 2;
    /** Raised when the code judges otherwise on the same lists. */
    private static final int EDITION = 1;

    private static final String[] LISTS = {
        "accepted-phrases.txt",
        "doers.txt",
        "finding-subjects.txt",
        "unit-roles.txt",
        "visit-words.txt",
        "word-classes.txt"
    };

    private final TieJudge judge = new TieJudge();

    /** Tells one rule from another: kept beside a tie, so that only ties of an older rule are judged again. */
    public static String version() {
        return EDITION + "-" + WordList.fingerprint(LISTS);
    }

    /**
     * Answers for one record.
     *
     * @param candidates tasks of published plans; those not in force that day or of another place are passed over
     */
    public TieAnswer answer(TieQuestion question, Collection<PlanTask> candidates) {
        List<List<PlanTask>> plans = plansMostLocalFirst(question, candidates);
        @Nullable PlanTask chosen = chosen(question, plans);
        List<TieAnswer.Option> options = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        for (List<PlanTask> plan : plans) {
            List<TieFit> fits = fits(question, plan);
            if (fits.isEmpty() && options.isEmpty()) {
                passedOver.add(plan.get(0).planTitle());
            }
            for (int i = 0; i < fits.size() && options.size() <= OTHERS; i++) {
                @Nullable TieFit next = i + 1 < fits.size() ? fits.get(i + 1) : null;
                @Nullable TieFit equal = next != null && next.asGoodAs(fits.get(i)) ? next : null;
                TieView.Reason reason = TieReasons.byRule(
                        question, fits.get(i), options.isEmpty() ? passedOver : Collections.emptyList(), equal);
                options.add(new TieAnswer.Option(fits.get(i).task(), reason));
            }
        }
        if (chosen != null) {
            return byChoice(question, chosen, options);
        }
        if (options.isEmpty()) {
            return new TieAnswer.Untied(TieReasons.untied(question, passedOver));
        }
        TieAnswer.Option best = options.get(0);
        return new TieAnswer.Tied(
                best.task(),
                TieView.By.RULE,
                TieReasons.choicePassedOver(question, best.reason()),
                options.subList(1, options.size()));
    }

    private TieAnswer byChoice(TieQuestion question, PlanTask chosen, List<TieAnswer.Option> options) {
        List<TieAnswer.Option> others = new ArrayList<>();
        for (TieAnswer.Option option : options) {
            if (!option.task().id().equals(chosen.id()) && others.size() < OTHERS) {
                others.add(option);
            }
        }
        @Nullable TieFit fit = judge.judge(question, chosen);
        return new TieAnswer.Tied(chosen, TieView.By.CHOSEN, TieReasons.byAuthor(question, fit), others);
    }

    private static @Nullable PlanTask chosen(TieQuestion question, List<List<PlanTask>> plans) {
        for (List<PlanTask> plan : plans) {
            for (PlanTask task : plan) {
                if (task.id().equals(question.chosenTaskId())) {
                    return task;
                }
            }
        }
        return null;
    }

    private List<TieFit> fits(TieQuestion question, List<PlanTask> plan) {
        List<TieFit> fits = new ArrayList<>();
        for (PlanTask task : plan) {
            @Nullable TieFit fit = judge.judge(question, task);
            if (fit != null) {
                fits.add(fit);
            }
        }
        fits.sort(TieFit.BEST_FIRST);
        return fits.isEmpty() || !fits.get(0).ties() ? Collections.emptyList() : fits;
    }

    private static List<List<PlanTask>> plansMostLocalFirst(TieQuestion question, Collection<PlanTask> candidates) {
        Map<UUID, List<PlanTask>> byPlan = new LinkedHashMap<>();
        for (PlanTask task : candidates) {
            if (task.inForceOn(question.day()) && question.areas().contains(task.areaCode())) {
                byPlan.computeIfAbsent(task.planId(), id -> new ArrayList<>()).add(task);
            }
        }
        List<List<PlanTask>> plans = new ArrayList<>(byPlan.values());
        plans.sort(Comparator.<List<PlanTask>>comparingInt(
                        plan -> question.areas().indexOf(plan.get(0).areaCode()))
                .thenComparing(plan -> plan.get(0).level() == PlanLevel.PARTY_COMMITTEE)
                .thenComparing(plan -> plan.get(0).effectiveFrom(), Comparator.reverseOrder())
                .thenComparing(plan -> plan.get(0).planId()));
        return plans;
    }
}

package vn.sothon.model.rule;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.rule.TieFit.Standing;

/** How well one task fits one record. */
final class TieJudge {
    private final UnitRoles units = new UnitRoles();
    private final Map<FindingCode, RecordSubject> matters = matters();

    /** The task's best fit; null when nothing in it speaks of such a record. */
    @Nullable
    TieFit judge(TieQuestion question, PlanTask task) {
        Author author = author(question, task);
        TieFit best = null;
        for (Acceptance acceptance : task.accepts()) {
            int what = what(question, acceptance);
            if (what > 0) {
                boolean others = !acceptance.authors().isEmpty() && !author.maySpeak(acceptance);
                TieFit fit = fit(question, task, acceptance, others ? what - 1 : what, author);
                if (best == null || TieFit.BY_MERIT.compare(fit, best) > 0) {
                    best = fit;
                }
            }
        }
        return best;
    }

    private int what(TieQuestion question, Acceptance acceptance) {
        if (acceptance.record() == question.subject()) {
            int raised = foundBy(question, acceptance) ? 1 : 0;
            return acceptance.degree().closeness() + raised;
        }
        for (FindingCode finding : question.findings()) {
            if (matters.get(finding) == acceptance.record() && acceptance.degree() == Acceptance.Degree.NAMED) {
                return 1;
            }
        }
        return 0;
    }

    private static boolean foundBy(TieQuestion question, Acceptance acceptance) {
        for (FindingCode finding : question.findings()) {
            if (acceptance.findings().contains(finding.name())) {
                return true;
            }
        }
        return false;
    }

    private static TieFit fit(TieQuestion question, PlanTask task, Acceptance by, int what, Author author) {
        boolean open = by.authors().isEmpty() || by.authors().contains(question.author());
        int how = question.visit() == null || by.visits().isEmpty()
                ? 0
                : by.visits().contains(question.visit()) ? 1 : -1;
        return new TieFit(
                task,
                by,
                what,
                author.who(by),
                how,
                open,
                author.standing == Standing.COORDINATES,
                by.specificity(),
                author.standingBy(by),
                author.wordsBy(by));
    }

    private Author author(TieQuestion question, PlanTask task) {
        Set<ActingRole> named = EnumSet.noneOf(ActingRole.class);
        String words = null;
        for (Acceptance acceptance : task.accepts()) {
            if (acceptance.record() == question.subject()) {
                named.addAll(acceptance.authors());
                if (words == null
                        && acceptance.exclusive()
                        && acceptance.authors().contains(question.author())) {
                    words = acceptance.phrase();
                }
            }
        }
        for (ActingRole role : standingFor(question.author())) {
            String unit = units.unitOf(role, task.leadUnits());
            if (unit != null) {
                return new Author(question.author(), named, words, Standing.LEADS, unit);
            }
            unit = units.unitOf(role, task.executingUnits());
            if (unit != null) {
                return new Author(question.author(), named, words, Standing.EXECUTES, unit);
            }
            unit = units.unitOf(role, task.coordinatingUnits());
            if (unit != null) {
                return new Author(question.author(), named, words, Standing.COORDINATES, unit);
            }
        }
        return new Author(question.author(), named, words, Standing.NOBODY, null);
    }

    /** A group works under the association that set it up. */
    private static List<ActingRole> standingFor(ActingRole role) {
        return role == ActingRole.GROUP_LEADER
                ? List.of(ActingRole.GROUP_LEADER, ActingRole.ASSOCIATION_OFFICER)
                : List.of(role);
    }

    private static Map<FindingCode, RecordSubject> matters() {
        Map<FindingCode, RecordSubject> matters = new EnumMap<>(FindingCode.class);
        for (String[] entry : WordList.read("finding-subjects.txt", 2)) {
            matters.put(FindingCode.valueOf(entry[0]), RecordSubject.valueOf(entry[1]));
        }
        return matters;
    }

    /**
     * The record's author as a task sees him.
     *
     * @param named everybody whom the task names for such checks
     * @param words the task's words that name him
     * @param standing of his unit, {@code NOBODY} when it has no part
     */
    private record Author(
            ActingRole role, Set<ActingRole> named, @Nullable String words, Standing standing, @Nullable String unit) {

        /** Words that themselves name others are theirs; what a whole task says of others leaves room for its units. */
        boolean maySpeak(Acceptance by) {
            if (by.exclusive()) {
                return isOf(by.authors());
            }
            return isOf(named) || standing != Standing.NOBODY;
        }

        int who(Acceptance by) {
            boolean alone = by.authors().size() == 1 && isOf(by.authors());
            if (named.contains(role)) {
                return alone ? 4 : 3;
            }
            if (isOf(named)) {
                return alone ? 2 : 1;
            }
            return standing == Standing.LEADS || standing == Standing.EXECUTES ? 1 : 0;
        }

        Standing standingBy(Acceptance by) {
            if (by.exclusive() && by.authors().contains(role)) {
                return Standing.QUOTED;
            }
            if (named.contains(role)) {
                return Standing.TEXT;
            }
            if (isOf(named)) {
                return Standing.ASSOCIATION;
            }
            if (standing == Standing.NOBODY && !by.authors().isEmpty()) {
                return Standing.OTHERS;
            }
            return standing;
        }

        @Nullable
        String wordsBy(Acceptance by) {
            if (standingBy(by) == Standing.QUOTED) {
                return null;
            }
            return isOf(named) ? words : unit;
        }

        private boolean isOf(Set<ActingRole> roles) {
            for (ActingRole each : standingFor(role)) {
                if (roles.contains(each)) {
                    return true;
                }
            }
            return false;
        }
    }
}

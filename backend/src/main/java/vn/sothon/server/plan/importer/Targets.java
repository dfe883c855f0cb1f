package vn.sothon.server.plan.importer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds the percentages a plan aims at, in its tasks or, where the tasks stand in a table, in the narrative. */
final class Targets {
    private static final double ENOUGH_IN_COMMON = 0.3;

    private Targets() {}

    static List<PlanTarget> of(List<ImportedTask> tasks, List<OutlineItem> narrative) {
        List<PlanTarget> targets = new ArrayList<>();
        for (ImportedTask task : tasks) {
            targets.addAll(in(task.content(), task.key()));
        }
        for (OutlineItem item : narrative) {
            for (OutlineItem point : item.children.isEmpty() ? List.of(item) : item.children) {
                String text = Paragraphs.join(point.allContent());
                List<PlanTarget> found = in(text, home(text, item.key, tasks));
                for (PlanTarget target : found) {
                    boolean known =
                            targets.stream().anyMatch(other -> other.text().equals(target.text()));
                    if (!known) {
                        targets.add(target);
                    }
                }
            }
        }
        return targets;
    }

    private static List<PlanTarget> in(String content, @Nullable String task) {
        List<PlanTarget> targets = new ArrayList<>();
        int from = 0;
        Matcher breaks = Patterns.in("target.clause-break", content);
        while (from <= content.length()) {
            boolean found = breaks.find();
            int to = found ? breaks.start() : content.length();
            if (to > from) {
                clause(content.substring(from, to), task, targets);
            }
            if (!found) {
                break;
            }
            from = Math.max(from, breaks.end());
        }
        return targets;
    }

    private static void clause(String clause, @Nullable String task, List<PlanTarget> targets) {
        Matcher percent = Patterns.in("target.percent", clause);
        while (percent.find()) {
            BigDecimal least = number(percent.group("from"));
            String printedTo = percent.group("to");
            boolean open = Patterns.finds("target.at-least", clause.substring(0, percent.start()))
                    || Patterns.in("target.or-more", clause.substring(percent.end()))
                            .lookingAt();
            Matcher year = Patterns.in("target.year", clause);
            boolean atMost = Patterns.finds("target.at-most", clause.substring(0, percent.start()));
            targets.add(new PlanTarget(
                    task,
                    UnitList.trim(clause),
                    atMost ? BigDecimal.ZERO : least,
                    printedTo != null ? number(printedTo) : open ? null : least,
                    "%",
                    year.find() ? Integer.valueOf(year.group("y")) : null,
                    Patterns.finds("target.yearly", clause)));
        }
    }

    private static BigDecimal number(String printed) {
        return new BigDecimal(printed.replace(',', '.'));
    }

    /** A table mostly follows the narrative's numbers, so the group of the same number is asked first. */
    private static @Nullable String home(String paragraph, String item, List<ImportedTask> tasks) {
        List<ImportedTask> sameGroup =
                tasks.stream().filter(task -> task.section().equals(item)).toList();
        String home = home(paragraph, sameGroup);
        return home != null ? home : home(paragraph, tasks);
    }

    /** The task that shares most of its word pairs with the paragraph. */
    private static @Nullable String home(String paragraph, List<ImportedTask> tasks) {
        Set<String> pairs = pairs(paragraph);
        String best = null;
        double bestShare = ENOUGH_IN_COMMON;
        for (ImportedTask task : tasks) {
            Set<String> own = pairs(task.content());
            long common = own.stream().filter(pairs::contains).count();
            double share = own.isEmpty() ? 0 : (double) common / own.size();
            if (share > bestShare) {
                best = task.key();
                bestShare = share;
            }
        }
        return best;
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        List<String> keys = Wording.keys(text);
        for (int i = 1; i < keys.size(); i++) {
            pairs.add(keys.get(i - 1) + " " + keys.get(i));
        }
        return pairs;
    }
}

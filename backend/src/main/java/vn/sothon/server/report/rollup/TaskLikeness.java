package vn.sothon.server.report.rollup;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.rule.FoldedText;

/**
 * How alike two tasks are: the cosine of their words and word pairs, rare ones weighing more, and the records both
 * accept. Pure and the same on every day: it knows no words of its own.
 */
final class TaskLikeness {
    private static final double OF_WORDS = 0.7;
    private static final double OF_RECORDS = 0.3;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[^\\p{L}\\p{M}\\p{Nd}\\s]+");

    private final Map<String, Integer> tasksWith = new HashMap<>();
    private final int tasks;

    /**
     * Learns which words are common.
     *
     * @param all the tasks of both plans
     */
    TaskLikeness(List<PlanTask> all) {
        this.tasks = all.size();
        for (PlanTask task : all) {
            terms(words(task.content())).keySet().forEach(term -> tasksWith.merge(term, 1, Integer::sum));
        }
    }

    /** From 0, nothing in common, to 1. */
    double of(PlanTask one, PlanTask other) {
        double words = cosine(weighed(one), weighed(other));
        Set<RecordSubject> first = accepted(one);
        Set<RecordSubject> second = accepted(other);
        if (first.isEmpty() && second.isEmpty()) {
            return words;
        }
        Set<RecordSubject> both = new HashSet<>(first);
        both.retainAll(second);
        Set<RecordSubject> either = new HashSet<>(first);
        either.addAll(second);
        return OF_WORDS * words + OF_RECORDS * both.size() / either.size();
    }

    /** The runs of words that both say, quoted from the first, the weightiest first; at most two. */
    List<String> shared(PlanTask one, PlanTask other) {
        String theirs = " " + String.join(" ", words(other.content())) + " ";
        List<Run> runs = new ArrayList<>();
        PUNCTUATION.splitAsStream(one.content()).forEach(part -> runs(written(part), theirs, runs));
        runs.sort(Comparator.comparingDouble(Run::weight).reversed());
        return runs.stream().map(Run::words).distinct().limit(2).toList();
    }

    private void runs(List<String> written, String theirs, List<Run> runs) {
        List<String> mine = written.stream().map(TaskLikeness::bare).toList();
        int at = 0;
        while (at < mine.size()) {
            int end = at;
            while (end < mine.size() && theirs.contains(" " + String.join(" ", mine.subList(at, end + 1)) + " ")) {
                end++;
            }
            if (end - at >= 2) {
                double weight =
                        mine.subList(at, end).stream().mapToDouble(this::rarity).sum();
                runs.add(new Run(String.join(" ", written.subList(at, end)), weight));
            }
            at = Math.max(end, at + 1);
        }
    }

    private record Run(String words, double weight) {}

    private Map<String, Double> weighed(PlanTask task) {
        Map<String, Double> weighed = new HashMap<>();
        terms(words(task.content())).forEach((term, n) -> weighed.put(term, (1 + Math.log(n)) * rarity(term)));
        return weighed;
    }

    private double rarity(String term) {
        return Math.log((1.0 + tasks) / (0.5 + tasksWith.getOrDefault(term, 0)));
    }

    private static double cosine(Map<String, Double> one, Map<String, Double> other) {
        double product = 0;
        for (Map.Entry<String, Double> term : one.entrySet()) {
            product += term.getValue() * other.getOrDefault(term.getKey(), 0.0);
        }
        double lengths = length(one) * length(other);
        return lengths == 0 ? 0 : product / lengths;
    }

    private static double length(Map<String, Double> weighed) {
        return Math.sqrt(weighed.values().stream().mapToDouble(w -> w * w).sum());
    }

    private static Map<String, Integer> terms(List<String> words) {
        Map<String, Integer> terms = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            terms.merge(words.get(i), 1, Integer::sum);
            if (i + 1 < words.size()) {
                terms.merge(words.get(i) + " " + words.get(i + 1), 1, Integer::sum);
            }
        }
        return terms;
    }

    private static Set<RecordSubject> accepted(PlanTask task) {
        Set<RecordSubject> accepted = new HashSet<>();
        for (Acceptance acceptance : task.accepts()) {
            accepted.add(acceptance.record());
        }
        return accepted;
    }

    private static List<String> words(String text) {
        return written(text).stream().map(TaskLikeness::bare).toList();
    }

    private static List<String> written(String text) {
        return NO_WORD.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    private static String bare(String word) {
        return FoldedText.words(word).trim();
    }
}

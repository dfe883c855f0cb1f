package vn.sothon.server.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.plan.TaskChange.Outcome;

/**
 * Finds the tasks of the version before again in a new one: by key and words, by words alone, then by how alike the
 * words are. A key alone proves nothing, since numbering shifts when a task is put in.
 */
final class TaskMatch {
    /** Alike enough under the same key: a reworded task. */
    private static final double SAME_KEY = 0.5;
    /** Alike enough under another key; two tasks of one plan share many words. */
    private static final double OTHER_KEY = 0.8;

    /** A task of the line. */
    record Known(UUID id, String key, String content) {}

    /** A task of the new version, which has no id yet. */
    record Fresh(String key, String content) {}

    private final Map<Fresh, Known> pairs = new LinkedHashMap<>();
    private final List<Known> before;
    private final List<Fresh> now;

    private TaskMatch(List<Known> before, List<Fresh> now) {
        this.before = before;
        this.now = now;
    }

    /** Pairs of new and old tasks; what has no partner is not among them. */
    static Map<Fresh, Known> pairs(List<Known> before, List<Fresh> now) {
        TaskMatch match = new TaskMatch(before, now);
        match.byWords(true);
        match.byWords(false);
        match.byLikeness();
        return match.pairs;
    }

    /**
     * New tasks with their ids, in their order, then the dropped ones.
     *
     * @param everBefore all tasks the line ever had: an id among them is not given to another task
     */
    static List<TaskChange> changes(UUID line, List<Known> before, List<Known> everBefore, List<Fresh> now) {
        Map<Fresh, Known> pairs = pairs(before, now);
        Set<UUID> taken = new HashSet<>();
        pairs.values().forEach(known -> taken.add(known.id()));
        List<TaskChange> changes = new ArrayList<>();
        for (Fresh task : now) {
            Known old = pairs.get(task);
            if (old != null) {
                changes.add(new TaskChange(
                        outcome(old, task), old.id(), old.key(), task.key(), old.content(), task.content()));
            } else {
                UUID id = newId(line, task, everBefore, taken);
                taken.add(id);
                changes.add(new TaskChange(Outcome.ADDED, id, null, task.key(), null, task.content()));
            }
        }
        for (Known old : before) {
            if (!pairs.containsValue(old)) {
                changes.add(new TaskChange(Outcome.DROPPED, old.id(), old.key(), null, old.content(), null));
            }
        }
        return changes;
    }

    private static Outcome outcome(Known old, Fresh task) {
        if (!PlanLine.bare(old.content()).equals(PlanLine.bare(task.content()))) {
            return Outcome.REWORDED;
        }
        return old.key().equals(task.key()) ? Outcome.SAME : Outcome.MOVED;
    }

    private static UUID newId(UUID line, Fresh task, List<Known> everBefore, Set<UUID> taken) {
        for (Known old : everBefore) {
            if (old.key().equals(task.key()) && same(old, task) && !taken.contains(old.id())) {
                return old.id();
            }
        }
        UUID plain = PlanLine.taskId(line, task.key());
        boolean used = taken.contains(plain)
                || everBefore.stream().anyMatch(old -> old.id().equals(plain));
        return used ? PlanLine.taskId(line, task.key(), task.content()) : plain;
    }

    private void byWords(boolean underTheSameKey) {
        for (Fresh task : openNow()) {
            List<Known> like = openBefore().stream()
                    .filter(old ->
                            same(old, task) && (!underTheSameKey || old.key().equals(task.key())))
                    .toList();
            if (like.size() == 1) {
                pairs.put(task, like.get(0));
            }
        }
    }

    private void byLikeness() {
        record Candidate(Fresh task, Known old, double likeness) {}
        List<Candidate> candidates = new ArrayList<>();
        for (Fresh task : openNow()) {
            for (Known old : openBefore()) {
                double likeness = likeness(old.content(), task.content());
                if (likeness >= (old.key().equals(task.key()) ? SAME_KEY : OTHER_KEY)) {
                    candidates.add(new Candidate(task, old, likeness));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::likeness).reversed());
        for (Candidate candidate : candidates) {
            if (!pairs.containsKey(candidate.task()) && !pairs.containsValue(candidate.old())) {
                pairs.put(candidate.task(), candidate.old());
            }
        }
    }

    private List<Fresh> openNow() {
        return now.stream().filter(task -> !pairs.containsKey(task)).toList();
    }

    private List<Known> openBefore() {
        return before.stream().filter(old -> !pairs.containsValue(old)).toList();
    }

    private static boolean same(Known old, Fresh task) {
        return PlanLine.bare(old.content()).equals(PlanLine.bare(task.content()));
    }

    /** The share of neighbouring word pairs two texts have in common, 0 to 1. */
    static double likeness(String one, String other) {
        Set<String> first = neighbours(one);
        Set<String> second = neighbours(other);
        if (first.isEmpty() || second.isEmpty()) {
            return first.equals(second) ? 1 : 0;
        }
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        return 2.0 * common.size() / (first.size() + second.size());
    }

    private static Set<String> neighbours(String text) {
        Set<String> found = new HashSet<>();
        @Nullable String last = null;
        for (String word : PlanLine.bare(text).split(" ", -1)) {
            if (last != null) {
                found.add(last + " " + word);
            }
            last = word;
        }
        return found;
    }
}

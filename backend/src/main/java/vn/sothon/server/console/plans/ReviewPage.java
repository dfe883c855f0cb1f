package vn.sothon.server.console.plans;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.TimeFrame;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.plan.PlanStatus;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.importer.Doubt;
import vn.sothon.server.plan.importer.FieldReading;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ImportedTask;
import vn.sothon.server.plan.importer.SourceLine;
import vn.sothon.server.plan.importer.SourceLines;

/**
 * One task under review.
 *
 * @param tasks all of the plan, to go from one to another
 * @param reviewed this one
 * @param source the document's lines; empty where they were not kept
 * @param previous the key of the task before it
 * @param next the key of the task after it
 */
public record ReviewPage(
        PlanView plan,
        List<Item> tasks,
        ImportedTask reviewed,
        List<Printed> source,
        @Nullable String previous,
        @Nullable String next,
        Form form) {

    /** A task in the list. */
    public record Item(String key, int doubts, boolean here) {}

    /**
     * A line of the document.
     *
     * @param own it belongs to the task under review
     * @param first the first of those
     */
    public record Printed(int number, String text, boolean own, boolean first) {}

    /** The page of that task, of the first doubtful one if none is named; empty if there is no such task. */
    static Optional<ReviewPage> of(
            PlanView plan, ImportedPlan document, List<SourceLine> lines, @Nullable String key, @Nullable Form form) {
        List<ImportedTask> tasks = document.tasks();
        int at = index(tasks, key);
        if (at < 0) {
            return Optional.empty();
        }
        ImportedTask task = tasks.get(at);
        List<Item> items = tasks.stream()
                .map(one -> new Item(one.key(), one.doubts().size(), one.key().equals(task.key())))
                .toList();
        return Optional.of(new ReviewPage(
                plan,
                items,
                task,
                printed(lines, task),
                at == 0 ? null : tasks.get(at - 1).key(),
                at == tasks.size() - 1 ? null : tasks.get(at + 1).key(),
                filled(form, task)));
    }

    public boolean isDraft() {
        return plan.status() == PlanStatus.DRAFT;
    }

    /** What is doubtful about a field. */
    public List<Doubt> doubts(String field) {
        String whole = whole(field);
        return reviewed.doubts().stream()
                .filter(doubt -> doubt.field().equals(field)
                        || (field.equals("timeFrame.text")
                                && whole(doubt.field()).equals(whole)))
                .toList();
    }

    /** Doubts about the task as a whole, such as a number that is left out before it. */
    public List<Doubt> otherDoubts() {
        Set<String> shown = ReviewForm.texts(reviewed).keySet();
        return reviewed.doubts().stream()
                .filter(doubt ->
                        !shown.contains(doubt.field()) && !doubt.field().startsWith("timeFrame"))
                .toList();
    }

    /** What the document prints for a field, where it differs from what was read. */
    public @Nullable String printed(String field) {
        String whole = whole(field);
        String value = ReviewForm.texts(reviewed).getOrDefault(field, "");
        return reviewed.readings().stream()
                .filter(reading -> reading.field().equals(whole))
                .map(FieldReading::original)
                .filter(original -> !original.isBlank() && !original.equals(value.replace('\n', ' ')))
                .findFirst()
                .orElse(null);
    }

    /** How many rows its field needs. */
    public long rows(String field) {
        long lines = form.value(field).lines().count();
        long least = field.equals("content") ? 5 : (isList(field) ? 2 : 1);
        return Math.min(12, Math.max(least, lines));
    }

    public boolean isList(String field) {
        return ReviewForm.LISTS.contains(field);
    }

    public List<TimeFrame.Kind> timeKinds() {
        return Arrays.asList(TimeFrame.Kind.values());
    }

    private static String whole(String field) {
        return field.startsWith("timeFrame") ? "timeFrame" : field;
    }

    private static int index(List<ImportedTask> tasks, @Nullable String key) {
        boolean named = key != null && !key.isEmpty();
        for (int i = 0; i < tasks.size(); i++) {
            ImportedTask task = tasks.get(i);
            if (named ? task.key().equals(key) : !task.doubts().isEmpty()) {
                return i;
            }
        }
        return (named || tasks.isEmpty()) ? -1 : 0;
    }

    private static List<Printed> printed(List<SourceLine> lines, ImportedTask task) {
        Set<Integer> own = new TreeSet<>();
        add(own, task.source());
        task.readings().forEach(reading -> add(own, reading.source()));
        List<Printed> printed = new ArrayList<>();
        boolean first = true;
        for (SourceLine line : lines) {
            boolean here = own.contains(line.number());
            printed.add(new Printed(line.number(), line.text(), here, here && first));
            first &= !here;
        }
        return printed;
    }

    private static void add(Set<Integer> numbers, SourceLines lines) {
        for (int n = lines.from(); n <= lines.to(); n++) {
            numbers.add(n);
        }
    }

    private static Form filled(@Nullable Form sent, ImportedTask task) {
        Form form = sent == null ? Form.empty() : sent;
        if (!form.has("content")) {
            ReviewForm.texts(task).forEach(form::with);
        }
        return form;
    }
}

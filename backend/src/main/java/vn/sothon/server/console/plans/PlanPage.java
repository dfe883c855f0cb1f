package vn.sothon.server.console.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.plan.Correction;
import vn.sothon.server.plan.PlanStatus;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.TaskChange;
import vn.sothon.server.plan.importer.Doubt;
import vn.sothon.server.plan.importer.FieldReading;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ImportedTask;

/**
 * A plan as its review shows it.
 *
 * @param doubtful tasks with something to look at, in the order of the document
 * @param settled the others
 * @param published its tasks with their ids, once it was in force
 */
public record PlanPage(
        PlanView plan,
        ImportedPlan document,
        List<Task> doubtful,
        List<Task> settled,
        List<Correction> corrections,
        List<TaskChange> changes,
        List<PlanView> versions,
        List<PlanTask> published,
        boolean keeps,
        Form form) {

    private static final Set<String> SAID = Set.of(
            "AREA_MISSING",
            "ISSUER_MISSING",
            "LEVEL_MISSING",
            "NO_TASKS",
            "DAY_MISSING",
            "WRONG_KIND",
            "DAY_TOO_EARLY",
            "WITHDRAWN",
            "PUBLISHED",
            "KEY_TWICE",
            "REQUIRED",
            "SAME_TASK",
            "WRONG_VALUE");

    /** A field as it is now, as the document prints it, and what is doubtful about it. */
    public record Field(String name, String value, String original, List<Doubt> doubts, boolean list) {
        public boolean differs() {
            return !original.isEmpty() && !original.equals(value);
        }
    }

    public record Task(String key, List<Field> fields, int doubts) {}

    static PlanPage of(
            PlanView plan,
            ImportedPlan document,
            List<Correction> corrections,
            List<TaskChange> changes,
            List<PlanView> versions,
            List<PlanTask> published,
            boolean keeps,
            Form form) {
        List<Task> tasks = document.tasks().stream().map(PlanPage::task).toList();
        return new PlanPage(
                plan,
                document,
                tasks.stream().filter(task -> task.doubts() > 0).toList(),
                tasks.stream().filter(task -> task.doubts() == 0).toList(),
                corrections,
                changes,
                versions,
                published,
                keeps,
                form);
    }

    public boolean isDraft() {
        return plan.status() == PlanStatus.DRAFT;
    }

    /** Whether its tasks can still be corrected. */
    public boolean reviewable() {
        return (isDraft() || isInForce()) && plan.tasks() > 0;
    }

    public boolean isInForce() {
        return plan.status() == PlanStatus.PUBLISHED;
    }

    /** The key of what a refusal says to a reader. */
    static String refusal(String code) {
        return "plans.refused." + (SAID.contains(code) ? code : "OTHER");
    }

    private static Task task(ImportedTask task) {
        List<Field> fields = new ArrayList<>();
        fields.add(field(task, "content", task.content(), false));
        fields.add(field(task, "leadUnits", lines(task.leadUnits()), true));
        fields.add(field(task, "executingUnits", lines(task.executingUnits()), true));
        fields.add(field(task, "coordinatingUnits", lines(task.coordinatingUnits()), true));
        fields.add(field(task, "products", lines(task.products()), true));
        fields.add(field(task, "timeFrame.text", text(task.timeFrame().text()), false));
        fields.sort(Comparator.comparing((Field field) -> field.doubts().isEmpty()));
        return new Task(task.key(), fields, task.doubts().size());
    }

    private static Field field(ImportedTask task, String name, String value, boolean list) {
        String whole = name.startsWith("timeFrame") ? "timeFrame" : name;
        String original = task.readings().stream()
                .filter(reading -> reading.field().equals(whole))
                .map(FieldReading::original)
                .findFirst()
                .orElse("");
        List<Doubt> doubts = task.doubts().stream()
                .filter(doubt -> doubt.field().equals(whole) || doubt.field().equals(name))
                .toList();
        return new Field(name, value, original, doubts, list);
    }

    private static String lines(List<String> entries) {
        return String.join("\n", entries);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}

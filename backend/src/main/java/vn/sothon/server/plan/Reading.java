package vn.sothon.server.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.TimeFrame;
import vn.sothon.model.rule.FoldedText;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ImportedTask;
import vn.sothon.server.platform.admin.AdminRefused;

/** Changes a person makes to a reading, and what a reading must have before it can be published. */
final class Reading {
    static final String TASK = "task";
    static final String ACCEPTS = "accepts";
    private static final Set<String> OF_PLAN = Set.of(
            "title",
            "issuer.name",
            "issuer.level",
            "number",
            "date",
            "signer",
            "basis",
            "replaces",
            "sections",
            "reporting",
            "targets");
    private static final Set<String> OF_TASK = Set.of(
            "key",
            "section",
            "content",
            "leadUnits",
            "executingUnits",
            "coordinatingUnits",
            "products",
            "timeFrame",
            "timeFrame.text",
            "timeFrame.kind",
            "timeFrame.due",
            ACCEPTS);

    private Reading() {}

    /** The reading after a change, and what stood there before. */
    record Changed(ImportedPlan document, @Nullable JsonNode oldValue) {}

    /** How a field reads now. */
    static @Nullable JsonNode present(ImportedPlan plan, @Nullable String taskKey, String field) {
        known(taskKey, field);
        JsonNode tree = Json.tree(plan);
        JsonNode owner = taskKey == null ? tree : task((ObjectNode) tree, taskKey);
        JsonNode value = owner.at("/" + field.replace('.', '/'));
        return value.isMissingNode() ? null : value;
    }

    /** Sets one field of the plan ({@code taskKey} absent) or of a task; its doubts are settled by that. */
    static Changed set(ImportedPlan plan, @Nullable String taskKey, String field, @Nullable JsonNode value) {
        known(taskKey, field);
        ObjectNode tree = (ObjectNode) Json.tree(plan);
        ObjectNode owner = taskKey == null ? tree : task(tree, taskKey);
        int dot = field.indexOf('.');
        String top = dot < 0 ? field : field.substring(0, dot);
        ObjectNode holder = dot < 0 ? owner : owner.withObject(top);
        String name = field.substring(dot + 1);
        JsonNode old = holder.get(name);
        if (value == null || value.isNull()) {
            holder.remove(name);
        } else {
            holder.set(name, value);
        }
        settle(owner, top);
        ImportedPlan changed = read(tree, field);
        sound(changed, field);
        return new Changed(changed, old);
    }

    private static void known(@Nullable String taskKey, String field) {
        if (!(taskKey == null ? OF_PLAN : OF_TASK).contains(field)) {
            throw new AdminRefused("UNKNOWN_FIELD", "There is no field '" + field + "' that can be corrected.");
        }
    }

    /** Puts a task in behind another, or last. */
    static Changed add(ImportedPlan plan, @Nullable String after, ImportedTask task) {
        List<ImportedTask> tasks = new ArrayList<>(plan.tasks());
        tasks.add(after == null ? tasks.size() : tasks.indexOf(require(plan, after)) + 1, task);
        ImportedPlan changed = withTasks(plan, tasks);
        sound(changed, TASK);
        return new Changed(changed, null);
    }

    static Changed remove(ImportedPlan plan, String key) {
        ImportedTask task = require(plan, key);
        List<ImportedTask> tasks = new ArrayList<>(plan.tasks());
        tasks.remove(task);
        return new Changed(withTasks(plan, tasks), Json.tree(task));
    }

    static ImportedTask require(ImportedPlan plan, String key) {
        return plan.task(key)
                .orElseThrow(() -> new AdminRefused("UNKNOWN_TASK", "The plan has no task '" + key + "'."));
    }

    /** What a person says a task accepts; words the classifier had found keep what it knows of them. */
    static List<Acceptance> stated(ImportedTask task, JsonNode value) {
        List<Acceptance> stated = new ArrayList<>();
        for (JsonNode item : value) {
            RecordSubject record = subject(item.path("record").asText());
            String phrase = item.path("phrase").asText();
            if (!quotes(task, phrase)) {
                throw new AdminRefused(
                        "NOT_ITS_WORDS", "Task " + task.key() + " does not say '" + phrase + "': quote its own words.");
            }
            stated.add(task.accepts().stream()
                    .filter(known -> known.record() == record && known.phrase().equals(phrase))
                    .findFirst()
                    .orElseGet(() -> Acceptance.named(record, phrase)));
        }
        return stated;
    }

    private static RecordSubject subject(String name) {
        try {
            return RecordSubject.valueOf(name);
        } catch (IllegalArgumentException e) {
            throw new AdminRefused(
                    "UNKNOWN_VALUE", "A record is about one of " + List.of(RecordSubject.values()) + ".");
        }
    }

    private static boolean quotes(ImportedTask task, String phrase) {
        String words = FoldedText.words(phrase);
        return !words.isEmpty()
                && (FoldedText.words(task.content()).contains(words)
                        || task.products().stream()
                                .anyMatch(product -> FoldedText.words(product).contains(words)));
    }

    /** How many readings are still doubtful. */
    static int doubts(ImportedPlan plan) {
        return plan.doubts().size()
                + plan.tasks().stream().mapToInt(task -> task.doubts().size()).sum();
    }

    /** Refuses a plan that is not fit to be published. */
    static void complete(ImportedPlan plan) {
        if (plan.issuer().name() == null || plan.issuer().name().isBlank()) {
            throw new AdminRefused("ISSUER_MISSING", "The plan does not say who issued it: correct issuer.name.");
        }
        if (plan.issuer().level() == null) {
            throw new AdminRefused("LEVEL_MISSING", "The plan's level is not known: correct issuer.level.");
        }
        if (plan.tasks().isEmpty()) {
            throw new AdminRefused("NO_TASKS", "The plan has no tasks.");
        }
        for (ImportedTask task : plan.tasks()) {
            TimeFrame time = task.timeFrame();
            if (time.kind() == TimeFrame.Kind.BY_DATE && time.due() == null) {
                throw new AdminRefused(
                        "DAY_MISSING", "Task " + task.key() + " is due by a day: correct timeFrame.due.");
            }
        }
    }

    private static void sound(ImportedPlan plan, String field) {
        Set<String> keys = new HashSet<>();
        boolean whole = plan.title() != null && !plan.title().isBlank() && plan.issuer() != null;
        for (ImportedTask task : plan.tasks()) {
            whole &= task.key() != null && !task.key().isBlank();
            whole &= task.content() != null && !task.content().isBlank();
            whole &= task.timeFrame() != null && task.timeFrame().kind() != null;
            if (!keys.add(task.key())) {
                throw new AdminRefused("KEY_TWICE", "The plan has a task '" + task.key() + "' already.");
            }
        }
        if (!whole) {
            throw new AdminRefused("REQUIRED", "The field '" + field + "' must not be empty.");
        }
    }

    private static ObjectNode task(ObjectNode tree, String key) {
        for (JsonNode task : tree.path("tasks")) {
            if (task.path("key").asText().equals(key)) {
                return (ObjectNode) task;
            }
        }
        throw new AdminRefused("UNKNOWN_TASK", "The plan has no task '" + key + "'.");
    }

    private static void settle(ObjectNode owner, String field) {
        ArrayNode open = owner.arrayNode();
        for (JsonNode doubt : owner.path("doubts")) {
            if (!doubt.path("field").asText().equals(field)) {
                open.add(doubt);
            }
        }
        owner.set("doubts", open);
    }

    private static ImportedPlan read(JsonNode tree, String field) {
        try {
            return Json.strict(tree, ImportedPlan.class, field);
        } catch (JsonRefused e) {
            throw new AdminRefused(
                    e.code(), "The value for '" + field + "' is not understood (" + e.getMessage() + ").");
        }
    }

    private static ImportedPlan withTasks(ImportedPlan plan, List<ImportedTask> tasks) {
        return new ImportedPlan(
                plan.sourceName(),
                plan.title(),
                plan.issuer(),
                plan.number(),
                plan.date(),
                plan.basis(),
                plan.replaces(),
                plan.signer(),
                plan.sections(),
                tasks,
                plan.reporting(),
                plan.targets(),
                plan.doubts());
    }
}

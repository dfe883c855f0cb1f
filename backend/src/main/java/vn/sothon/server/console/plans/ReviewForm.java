package vn.sothon.server.console.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.TimeFrame;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.plan.importer.ImportedTask;

/** The fields of a task as a person sees and sends them back; lists are typed one entry a line. */
final class ReviewForm {
    static final int LONGEST = 8_000;
    static final Set<String> LISTS = Set.of("leadUnits", "executingUnits", "coordinatingUnits", "products");

    private ReviewForm() {}

    /** A field to be set; the value it has already confirms it. */
    record Step(String field, @Nullable JsonNode value) {}

    /**
     * What was sent.
     *
     * @param newKey the task's new number, where it gets one
     * @param changesWords a field differs from what was read
     */
    record Read(List<Step> steps, @Nullable String newKey, boolean changesWords) {}

    /** Each field as text, in the order of the page. */
    static Map<String, String> texts(ImportedTask task) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("content", task.content());
        texts.put("leadUnits", String.join("\n", task.leadUnits()));
        texts.put("executingUnits", String.join("\n", task.executingUnits()));
        texts.put("coordinatingUnits", String.join("\n", task.coordinatingUnits()));
        texts.put("products", String.join("\n", task.products()));
        texts.put("timeFrame.text", Objects.requireNonNullElse(task.timeFrame().text(), ""));
        texts.put("timeFrame.kind", task.timeFrame().kind().name());
        texts.put(
                "timeFrame.due",
                task.timeFrame().due() == null ? "" : task.timeFrame().due().toString());
        texts.put("key", task.key());
        return texts;
    }

    static Read read(Form form, ImportedTask task, boolean draft) {
        List<Step> steps = new ArrayList<>();
        Map<String, String> before = texts(task);
        boolean changes = false;
        String newKey = null;
        form.required("content", LONGEST);
        form.choice("timeFrame.kind", TimeFrame.Kind.class);
        form.day("timeFrame.due");
        for (Map.Entry<String, String> field : before.entrySet()) {
            String name = field.getKey();
            if (name.equals("key")) {
                continue;
            }
            String now = plain(form.optional(name, LONGEST));
            boolean differs = !now.equals(plain(field.getValue()));
            if (differs || isDoubtful(task, name)) {
                steps.add(new Step(name, json(name, now)));
            }
            changes |= differs;
        }
        if (draft) {
            String key = form.required("key", 40);
            if (!key.equals(task.key())) {
                // Last: until then the task answers to its old number.
                steps.add(new Step("key", JsonNodeFactory.instance.textNode(key)));
                newKey = key;
                changes = true;
            }
        }
        return new Read(steps, newKey, changes);
    }

    /** A doubt about the time as a whole is settled with its words. */
    private static boolean isDoubtful(ImportedTask task, String name) {
        return task.doubts().stream()
                .anyMatch(doubt -> doubt.field().equals(name)
                        || (name.equals("timeFrame.text") && doubt.field().startsWith("timeFrame")));
    }

    private static String plain(@Nullable String text) {
        return text == null ? "" : text.replace("\r\n", "\n").strip();
    }

    private static @Nullable JsonNode json(String field, String value) {
        if (!LISTS.contains(field)) {
            return value.isEmpty() ? null : JsonNodeFactory.instance.textNode(value);
        }
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        value.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(entries::add);
        return entries;
    }
}

package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes an imported plan as one JSON document; what the plan is silent about is written as null. */
public final class ImportedPlanJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ImportedPlanJson() {}

    public static String write(ImportedPlan plan) {
        try {
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(tree(plan));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ObjectNode tree(ImportedPlan plan) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("title", plan.title());
        ObjectNode issuer = root.putObject("issuer");
        issuer.put("name", plan.issuer().name());
        issuer.put("level", text(plan.issuer().level()));
        root.put("number", plan.number());
        root.put("date", text(plan.date()));
        ArrayNode basis = root.putArray("basis");
        plan.basis().forEach(document -> basis.add(document.text()));
        ArrayNode replaces = root.putArray("replaces");
        plan.replaces().forEach(document -> replaces.add(document.text()));
        root.put("signer", plan.signer());
        ArrayNode sections = root.putArray("sections");
        plan.sections()
                .forEach(section ->
                        sections.addObject().put("key", section.key()).put("title", section.title()));
        ArrayNode tasks = root.putArray("tasks");
        plan.tasks().forEach(task -> write(task, tasks.addObject()));
        ArrayNode reporting = root.putArray("reporting");
        plan.reporting().forEach(duty -> write(duty, reporting.addObject()));
        ArrayNode targets = root.putArray("targets");
        plan.targets().forEach(target -> write(target, targets.addObject()));
        return root;
    }

    private static void write(ImportedTask task, ObjectNode node) {
        node.put("key", task.key());
        node.put("section", task.section());
        node.put("content", task.content());
        strings(node, "leadUnits", task.leadUnits());
        strings(node, "executingUnits", task.executingUnits());
        strings(node, "coordinatingUnits", task.coordinatingUnits());
        strings(node, "products", task.products());
        ObjectNode time = node.putObject("timeFrame");
        time.put("text", task.timeFrame().text());
        time.put("kind", task.timeFrame().kind().name());
        time.put("due", text(task.timeFrame().due()));
        ArrayNode accepts = node.putArray("accepts");
        task.accepts().forEach(acceptance -> {
            ObjectNode accepted = accepts.addObject();
            accepted.put("record", text(acceptance.record()));
            accepted.put("phrase", acceptance.phrase());
            strings(
                    accepted,
                    "authors",
                    acceptance.authors().stream().map(Enum::name).sorted().toList());
            strings(
                    accepted,
                    "visits",
                    acceptance.visits().stream().map(Enum::name).sorted().toList());
        });
        node.putObject("source")
                .put("from", task.source().from())
                .put("to", task.source().to());
        ArrayNode doubts = node.putArray("doubts");
        task.doubts().forEach(doubt -> doubts.addObject()
                .put("field", doubt.field())
                .put("code", doubt.code().name())
                .put("original", doubt.original())
                .put("text", doubt.text()));
    }

    private static void write(ReportingDuty duty, ObjectNode node) {
        strings(node, "from", duty.from());
        strings(node, "to", duty.to());
        node.put("by", duty.by());
        node.put("text", duty.text());
    }

    private static void write(PlanTarget target, ObjectNode node) {
        node.put("task", target.task());
        node.put("text", target.text());
        node.put("from", target.from());
        node.put("to", target.to());
        node.put("unit", target.unit());
        node.put("year", target.year());
        node.put("yearly", target.yearly());
    }

    private static void strings(ObjectNode node, String field, Collection<String> values) {
        ArrayNode array = node.putArray(field);
        values.forEach(array::add);
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}

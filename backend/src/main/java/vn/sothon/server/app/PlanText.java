package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.StringJoiner;
import vn.sothon.model.json.Json;
import vn.sothon.model.rule.TaskTitle;
import vn.sothon.server.plan.importer.ImportedPlan;

/** Plans as lines for a person at a terminal. */
final class PlanText {
    private PlanText() {}

    static String imported(JsonNode answer) {
        String id = answer.path("planId").asText();
        return answer.path("known").asBoolean()
                ? "Imported before: plan " + id + " is " + answer.path("status").asText() + "."
                : "Draft " + id + " is stored: review it, then 'plan publish'.";
    }

    static String listed(JsonNode plan) {
        StringJoiner line = new StringJoiner("  ");
        line.add(plan.path("id").asText()).add(plan.path("status").asText());
        if (plan.has("from")) {
            line.add(plan.path("areaCode").asText() + " " + plan.path("from").asText() + ".."
                    + plan.path("to").asText());
        }
        line.add(count(plan.path("tasks").asInt(), "task"));
        line.add(count(plan.path("doubts").asInt(), "doubt"));
        return line.add(plan.path("issuer").asText("?") + ": "
                        + plan.path("title").asText())
                .toString();
    }

    static void published(JsonNode answer, PrintWriter out) {
        out.println("Plan " + answer.path("planId").asText() + " is in force for "
                + answer.path("areaCode").asText() + " from "
                + answer.path("from").asText() + ": "
                + count(answer.path("tasks").asInt(), "task") + ", version "
                + answer.path("version").asInt() + ".");
        changes(answer.path("changes"), out);
        for (JsonNode other : answer.path("alsoCited")) {
            out.println("It says it replaces plan " + other.asText() + " too, which stays in force until withdrawn.");
        }
    }

    static void shown(JsonNode answer, PrintWriter out) {
        out.println(listed(answer.path("plan")));
        print(answer.path("document"), out);
        for (JsonNode correction : answer.path("corrections")) {
            out.println("corrected " + correction.path("taskKey").asText("the plan") + " "
                    + correction.path("field").asText() + " by "
                    + correction.path("byWhom").asText() + ": "
                    + correction.path("reason").asText());
        }
        changes(answer.path("changes"), out);
    }

    static void print(ImportedPlan plan, PrintWriter out) {
        print(Json.tree(plan), out);
    }

    private static void print(JsonNode plan, PrintWriter out) {
        JsonNode issuer = plan.path("issuer");
        out.println(plan.path("title").asText());
        out.println(issuer.path("name").asText("issuer not found") + ", "
                + issuer.path("level").asText("level not known") + ", "
                + plan.path("number").asText("no number") + ", "
                + plan.path("date").asText("no date"));
        doubts(plan, out);
        plan.path("tasks").forEach(task -> task(task, out));
        for (JsonNode duty : plan.path("reporting")) {
            out.println("report by " + duty.path("by").asText("no day") + " from " + joined(duty.path("from")) + " to "
                    + joined(duty.path("to")));
        }
        out.println(count(plan.path("tasks").size(), "task") + ".");
    }

    static void task(JsonNode task, PrintWriter out) {
        out.println(task.path("key").asText() + "  "
                + TaskTitle.of(task.path("content").asText()));
        for (String field : new String[] {"leadUnits", "executingUnits", "coordinatingUnits", "products"}) {
            if (!task.path(field).isEmpty()) {
                out.println("    " + field + ": " + joined(task.path(field)));
            }
        }
        String time = task.path("timeFrame").path("text").asText();
        if (!time.isEmpty()) {
            out.println("    time: " + task.path("timeFrame").path("kind").asText() + " " + time);
        }
        for (JsonNode accepted : task.path("accepts")) {
            out.println("    accepts " + accepted.path("record").asText() + ": \""
                    + accepted.path("phrase").asText() + "\"");
        }
        doubts(task, out);
    }

    private static void doubts(JsonNode owner, PrintWriter out) {
        for (JsonNode doubt : owner.path("doubts")) {
            String read = doubt.path("text").asText();
            out.println("    ? " + doubt.path("field").asText() + " "
                    + doubt.path("code").asText() + ": \""
                    + doubt.path("original").asText() + "\"" + (read.isEmpty() ? "" : " read as \"" + read + "\""));
        }
    }

    private static void changes(JsonNode changes, PrintWriter out) {
        for (JsonNode change : changes) {
            String outcome = change.path("outcome").asText();
            if (!outcome.equals("SAME")) {
                String words = change.path(change.has("newContent") ? "newContent" : "oldContent")
                        .asText();
                out.println(outcome + "  " + change.path("oldKey").asText("-") + " > "
                        + change.path("newKey").asText("-") + "  " + TaskTitle.of(words));
            }
        }
    }

    static String joined(JsonNode list) {
        StringJoiner joined = new StringJoiner("; ");
        list.forEach(item -> joined.add(item.asText()));
        return joined.toString();
    }

    private static String count(int number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}

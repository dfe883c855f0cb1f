package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;

/** How a plan's tasks stand to those of the plan above, as lines for a person at a terminal. */
final class PlanLinkText {
    private PlanLinkText() {}

    static void print(JsonNode links, PrintWriter out) {
        out.println(links.path("title").asText());
        for (JsonNode above : links.path("above")) {
            out.println("above: " + above.path("number").asText("no number") + "  "
                    + above.path("title").asText() + "  " + above.path("planId").asText());
        }
        for (JsonNode missing : links.path("notLoaded")) {
            out.println("not loaded: " + missing.asText());
        }
        for (JsonNode task : links.path("tasks")) {
            out.println(task.path("key").asText() + "  " + task.path("title").asText());
            JsonNode decided = task.path("decided");
            if (decided.isObject()) {
                String to = decided.has("taskId")
                        ? "implements " + decided.path("key").asText("a task of a plan no longer here")
                        : "implements none above";
                out.println("    " + to + ", says " + decided.path("byWhom").asText() + ": "
                        + decided.path("reason").asText());
                continue;
            }
            if (task.path("proposed").isEmpty()) {
                out.println("    no task above is alike enough");
            }
            for (JsonNode proposal : task.path("proposed")) {
                out.println("    ? " + proposal.path("key").asText() + " ("
                        + proposal.path("likeness").asText() + ")  "
                        + proposal.path("title").asText());
                for (JsonNode words : proposal.path("shared")) {
                    out.println("        both say \"" + words.asText() + "\"");
                }
            }
        }
    }
}

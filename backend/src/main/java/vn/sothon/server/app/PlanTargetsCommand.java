package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sothon.model.json.Json;

/** {@code sothon plan targets …}. */
@Command(
        name = "targets",
        description = "What a plan aims at, and the figures entered beside it.",
        synopsisSubcommandLabel = "list|add")
final class PlanTargetsCommand {
    private static final String PLAN = "Id from 'plan list', or the beginning of it.";

    @Command(name = "list", description = "Shows each target with its figures.")
    int list(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN", description = PLAN) String plan,
            @Option(names = "--json", description = "As one JSON array.") boolean json) {
        return where.ask("plan.targets", new Arguments().with("plan", plan).node(), (answer, out) -> {
            if (json) {
                out.println(Json.write(answer));
            } else {
                print(answer, out);
            }
        });
    }

    @Command(name = "add", description = "Enters the figure a target came to in a period.")
    int add(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN", description = PLAN) String plan,
            @Option(names = "--target", paramLabel = "N", required = true, description = "Its place in the list.")
                    int target,
            @Option(names = "--period", required = true, description = "2026, 2026-Q3 or 2026-09.") String period,
            @Option(names = "--figure", required = true, description = "In the target's unit.") BigDecimal figure,
            @Option(names = "--by", paramLabel = "PERSON", required = true, description = "Who says so: name or id.")
                    String by,
            @Option(names = "--number", description = "Of the document it stands in.") @Nullable String number,
            @Option(names = "--corrects", paramLabel = "ID", description = "The figure it takes the place of.")
                    @Nullable
                    String corrects,
            @Option(names = "--nothing", description = "There was no such figure after all.") boolean nothing) {
        Arguments args = new Arguments()
                .with("plan", plan)
                .with("target", target)
                .with("period", period)
                .with("figure", figure)
                .with("person", by)
                .with("documentNumber", number)
                .with("corrects", corrects)
                .with("nothing", nothing);
        return where.ask("plan.figure", args.node(), PlanTargetsCommand::figure);
    }

    private static void print(JsonNode targets, PrintWriter out) {
        int number = 0;
        for (JsonNode target : targets) {
            number++;
            JsonNode goal = target.path("goal");
            String to = goal.has("to") ? "-" + goal.path("to").asText() : "";
            out.println(number + "  " + goal.path("from").asText() + to + " "
                    + goal.path("unit").asText() + "  " + goal.path("year").asText("no year") + "  "
                    + goal.path("text").asText());
            target.path("figures").forEach(figure -> figure(figure, out));
        }
    }

    private static void figure(JsonNode figure, PrintWriter out) {
        String state = !figure.path("head").asBoolean()
                ? "  corrected"
                : figure.path("counts").asBoolean() ? "" : "  taken back";
        out.println("    " + figure.path("period").asText() + "  "
                + figure.path("figure").asText() + "  "
                + figure.path("documentNumber").asText("no number") + "  "
                + figure.path("id").asText() + state);
    }
}

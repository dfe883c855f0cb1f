package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sothon.model.json.Json;

/** {@code sothon plan results …}. */
@Command(
        name = "results",
        description = "What tasks came to that yield documents, not records.",
        synopsisSubcommandLabel = "list|add|allow")
final class PlanResultsCommand {
    private static final String PLAN = "Id from 'plan list', or the beginning of it.";

    @Command(name = "list", description = "Shows all results of a plan, corrected ones too.")
    int list(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN", description = PLAN) String plan,
            @Option(names = "--json", description = "As one JSON array.") boolean json) {
        return where.ask("plan.results", new Arguments().with("plan", plan).node(), (answer, out) -> {
            if (json) {
                out.println(Json.write(answer));
            } else {
                answer.forEach(result -> print(result, out));
            }
        });
    }

    @Command(
            name = "add",
            description = {
                "Enters what a task came to, for somebody of the unit that leads it.",
                "With --corrects it takes the place of an earlier result, which stays in the history."
            })
    int add(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN", description = PLAN) String plan,
            @Option(names = "--task", paramLabel = "KEY", required = true, description = "The task's key.") String task,
            @Option(names = "--by", paramLabel = "PERSON", required = true, description = "Who says so: name or id.")
                    String by,
            @Option(names = "--on", paramLabel = "DAY", required = true, description = "The day it was done.")
                    LocalDate on,
            @Option(names = "--text", required = true, description = "What was done.") String text,
            @Option(names = "--number", description = "The document's number.") @Nullable String number,
            @Option(names = "--file", description = "The document itself.") @Nullable Path file,
            @Option(names = "--corrects", paramLabel = "ID", description = "The result it takes the place of.")
                    @Nullable
                    String corrects,
            @Option(names = "--nothing", description = "There was no such result after all.") boolean nothing) {
        Arguments args = new Arguments()
                .with("plan", plan)
                .with("taskKey", task)
                .with("person", by)
                .with("doneOn", on)
                .with("text", text)
                .with("documentNumber", number)
                .with("file", file == null ? null : file.toAbsolutePath())
                .with("corrects", corrects)
                .with("nothing", nothing);
        return where.ask("plan.result", args.node(), PlanResultsCommand::print);
    }

    @Command(name = "allow", description = "Gives a person the right to enter results and figures of a plan.")
    int allow(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN", description = PLAN) String plan,
            @Option(names = "--person", required = true, description = "Name or id.") String person,
            @Option(names = "--task", paramLabel = "KEY", description = "Only of this task.") @Nullable String task,
            @Option(names = "--from", paramLabel = "DAY", description = "Default: today.") @Nullable LocalDate from,
            @Option(names = "--to", paramLabel = "DAY", description = "The last day (default: until further notice).")
                    @Nullable
                    LocalDate to) {
        Arguments args = new Arguments()
                .with("plan", plan)
                .with("person", person)
                .with("taskKey", task)
                .with("from", from)
                .with("to", to);
        return where.ask("plan.allow", args.node(), (answer, out) -> out.println("Allowed."));
    }

    private static void print(JsonNode result, PrintWriter out) {
        String state = !result.path("head").asBoolean()
                ? "corrected  "
                : result.path("counts").asBoolean() ? "" : "taken back  ";
        out.println(result.path("id").asText() + "  " + result.path("doneOn").asText() + "  " + state
                + result.path("documentNumber").asText("no number") + "  "
                + result.path("text").asText());
    }
}

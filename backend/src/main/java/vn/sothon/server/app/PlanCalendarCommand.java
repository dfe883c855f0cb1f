package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sothon.model.json.Json;

/** {@code sothon plan calendar …}. */
@Command(
        name = "calendar",
        description = "The reports that plans ask for: who owes what to whom by which day.",
        synopsisSubcommandLabel = "list|done")
final class PlanCalendarCommand {

    @Command(name = "list", description = "Shows a year's reports, done or not.")
    int list(
            @Mixin Where where,
            @Option(names = "--year", description = "Default: this year.") @Nullable Integer year,
            @Option(names = "--area", paramLabel = "CODE", description = "Only of this area's plans.") @Nullable
                    String area,
            @Option(names = "--json", description = "As one JSON array.") boolean json) {
        Arguments args = new Arguments().with("year", year).with("areaCode", area);
        return where.ask("plan.calendar", args.node(), (answer, out) -> {
            if (json) {
                out.println(Json.write(answer));
            } else {
                answer.forEach(duty -> print(duty, out));
            }
        });
    }

    @Command(name = "done", description = "Marks a report as sent.")
    int done(
            @Mixin Where where,
            @Parameters(paramLabel = "REPORT", description = "Its id from the list, or the beginning of it.")
                    String duty,
            @Option(names = "--year", description = "Default: this year.") @Nullable Integer year,
            @Option(names = "--by", paramLabel = "PERSON", required = true, description = "Who says so: name or id.")
                    String by,
            @Option(names = "--number", required = true, description = "The number it was sent under.") String number,
            @Option(names = "--on", paramLabel = "DAY", description = "Default: today.") @Nullable LocalDate on,
            @Option(names = "--undo", description = "It was not sent after all.") boolean undo) {
        Arguments args = new Arguments()
                .with("duty", duty)
                .with("year", year)
                .with("person", by)
                .with("documentNumber", number)
                .with("sentOn", on)
                .with("takeBack", undo);
        return where.ask("plan.reported", args.node(), PlanCalendarCommand::print);
    }

    private static void print(JsonNode duty, PrintWriter out) {
        JsonNode done = duty.path("done");
        String state = done.isObject()
                ? "sent " + done.path("sentOn").asText() + " as "
                        + done.path("documentNumber").asText()
                : "not sent";
        out.println(duty.path("id").asText() + "  " + duty.path("due").asText("no day") + "  " + state + "  "
                + PlanText.joined(duty.path("from")) + " > " + PlanText.joined(duty.path("to")));
    }
}

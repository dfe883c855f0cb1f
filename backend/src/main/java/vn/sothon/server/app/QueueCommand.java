package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sothon queue …}. */
@Command(
        name = "queue",
        description = "Records that wait for a person: held, without a task, without a loan, or in doubt.",
        synopsisSubcommandLabel = "list|admit|choose")
final class QueueCommand {

    @Command(name = "list", description = "Shows what waits and why, oldest first.")
    int list(@Mixin Where where, @Option(names = "--json", description = "As JSON.") boolean json) {
        return where.ask("queue.list", new Arguments().node(), (answer, out) -> {
            if (json) {
                out.println(answer);
            } else {
                print(answer, out);
            }
        });
    }

    @Command(name = "admit", description = "Lets a held record count, on your responsibility.")
    int admit(@Mixin Where where, @Parameters(paramLabel = "RECORD", description = "Its id.") String record) {
        return where.ask(
                "queue.admit",
                new Arguments().with("record", record).node(),
                (answer, out) -> out.println("It counts now; records that changed with it: " + answer.asInt()));
    }

    @Command(name = "choose", description = "Says which of several corrections of one record counts.")
    int choose(
            @Mixin Where where,
            @Parameters(paramLabel = "RECORD", description = "The id of the one that is to count.") String record,
            @Option(names = "--reason", required = true, paramLabel = "TEXT", description = "Why; it is kept.")
                    String reason) {
        return where.ask(
                "queue.choose",
                new Arguments().with("record", record).with("reason", reason).node(),
                (answer, out) -> out.println("It counts; records that changed with it: " + answer.asInt()));
    }

    private static void print(JsonNode items, PrintWriter out) {
        if (items.isEmpty()) {
            out.println("Nothing waits.");
        }
        for (JsonNode item : items) {
            String place =
                    item.path("villageCode").asText(item.path("communeCode").asText());
            out.println(item.path("recordId").asText() + "  " + item.path("why").asText() + "  "
                    + item.path("kind").asText() + " at " + place + ", received "
                    + item.path("receivedAt").asText());
        }
    }
}

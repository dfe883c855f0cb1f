package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sothon alert …}. */
@Command(
        name = "alert",
        description = "Alerts, as somebody has them: what that person may see, and answer.",
        synopsisSubcommandLabel = "list|ack|resolve")
final class AlertCommand {

    @Command(name = "list", description = "Shows somebody's alerts, the open and gravest first.")
    int list(
            @Mixin Where where,
            @Option(names = "--as", required = true, paramLabel = "PERSON", description = "Whose: an id or a name.")
                    String person,
            @Option(names = "--all", description = "Resolved ones too.") boolean all,
            @Option(names = "--lang", paramLabel = "vi|en", description = "The language of the sentences.") @Nullable
                    String language,
            @Option(names = "--json", description = "As JSON.") boolean json) {
        Arguments args = new Arguments().with("person", person).with("all", all).with("language", language);
        return where.ask("alert.list", args.node(), (answer, out) -> {
            if (json) {
                out.println(answer);
            } else {
                print(answer, out);
            }
        });
    }

    @Command(name = "ack", description = "Acknowledges an alert in somebody's name: it has been seen and is seen to.")
    int acknowledge(
            @Mixin Where where,
            @Parameters(paramLabel = "ALERT", description = "Its id, from 'alert list'.") UUID alert,
            @Option(names = "--as", required = true, paramLabel = "PERSON", description = "Whose word it is.")
                    String person,
            @Option(names = "--note", paramLabel = "TEXT") @Nullable String note) {
        return answer(where, "alert.ack", alert, person, note);
    }

    @Command(name = "resolve", description = "Resolves an alert in somebody's name, with how it was settled.")
    int resolve(
            @Mixin Where where,
            @Parameters(paramLabel = "ALERT", description = "Its id, from 'alert list'.") UUID alert,
            @Option(names = "--as", required = true, paramLabel = "PERSON", description = "Whose word it is.")
                    String person,
            @Option(names = "--note", required = true, paramLabel = "TEXT", description = "How it was settled.")
                    String note) {
        return answer(where, "alert.resolve", alert, person, note);
    }

    private static int answer(Where where, String command, UUID alert, String person, @Nullable String note) {
        Arguments args =
                new Arguments().with("alert", alert).with("person", person).with("note", note);
        return where.ask(
                command,
                args.node(),
                (answer, out) -> out.println(
                        answer.path("id").asText() + "  " + answer.path("rule").asText() + "  "
                                + answer.path("state").asText()));
    }

    private static void print(JsonNode entries, PrintWriter out) {
        if (entries.isEmpty()) {
            out.println("No alerts.");
        }
        for (JsonNode entry : entries) {
            JsonNode alert = entry.path("alert");
            out.println(alert.path("id").asText() + "  "
                    + alert.path("severity").asText() + "  "
                    + alert.path("state").asText() + "  " + entry.path("title").asText() + "  ("
                    + alert.path("villageCode").asText(alert.path("communeCode").asText()) + ", since "
                    + alert.path("openedAt").asText() + ")");
            out.println("    " + entry.path("sentence").asText());
        }
    }
}

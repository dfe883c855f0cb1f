package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;

/** {@code sothon alert …}. */
@Command(
        name = "alert",
        description = "Alerts, as somebody has them: what that person may see, and answer.",
        synopsisSubcommandLabel = "list|ack|resolve|rule|deputy")
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

    @Command(name = "rule", description = "Changes how a rule works in an area from a day on.")
    int rule(
            @Mixin Where where,
            @Parameters(paramLabel = "RULE", description = "${COMPLETION-CANDIDATES}.") AlertRule rule,
            @Option(names = "--area", required = true, paramLabel = "CODE", description = "VN, a province, a commune.")
                    String area,
            @Option(names = "--from", paramLabel = "DAY", description = "yyyy-MM-dd (default: today).") @Nullable
                    LocalDate from,
            @Option(
                            names = "--off",
                            negatable = true,
                            description = "It raises nothing there; --no-off: it does again.")
                    @Nullable
                    Boolean off,
            @Option(names = "--severity", description = "${COMPLETION-CANDIDATES}.") @Nullable AlertSeverity severity,
            @Option(names = "--threshold", paramLabel = "NAME=N", description = "May be repeated.") @Nullable
                    Map<String, Integer> thresholds,
            @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who decided so.") String by) {
        ObjectNode args = new Arguments()
                .with("rule", rule)
                .with("area", area)
                .with("from", from)
                .with("off", off)
                .with("severity", severity)
                .with("by", by)
                .node();
        args.set("thresholds", Json.tree(thresholds == null ? Map.of() : thresholds));
        return where.ask("alert.rule", args, (answer, out) -> out.println(answer));
    }

    @Command(name = "deputy", description = "Lets somebody act in another's office from one day to another.")
    int deputy(
            @Mixin Where where,
            @Parameters(paramLabel = "DEPUTY", description = "Who acts: an id or a name.") String deputy,
            @Option(names = "--for", required = true, paramLabel = "PERSON", description = "Who is away.")
                    String person,
            @Option(names = "--role", required = true, description = "In which office: ${COMPLETION-CANDIDATES}.")
                    ActingRole role,
            @Option(names = "--area", required = true, paramLabel = "CODE", description = "Of which place.")
                    String area,
            @Option(names = "--from", required = true, paramLabel = "DAY", description = "The first day, yyyy-MM-dd.")
                    LocalDate from,
            @Option(names = "--to", required = true, paramLabel = "DAY", description = "The last day.") LocalDate to) {
        Arguments args = new Arguments()
                .with("person", person)
                .with("deputy", deputy)
                .with("role", role)
                .with("area", area)
                .with("from", from)
                .with("to", to);
        return where.ask(
                "alert.deputy",
                args.node(),
                (answer, out) -> out.println(deputy + " acts for " + person + " from " + from + " to " + to + "."));
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

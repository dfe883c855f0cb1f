package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.server.plan.PlanReader;
import vn.sothon.server.plan.PlanReader.ReadPlan;
import vn.sothon.server.plan.importer.UnreadablePlan;

/** {@code sothon plan …}. */
@Command(
        name = "plan",
        description = "Plans: read, review, put in force.",
        subcommands = {
            PlanResultsCommand.class,
            PlanTargetsCommand.class,
            PlanCalendarCommand.class,
            PlanLinkCommand.class
        },
        synopsisSubcommandLabel =
                "import|template|new|add-task|remove-task|list|show|correct|publish|withdraw|results|targets|calendar|link")
final class PlanCommand {
    private static final String ID = "Id from 'plan list', or the beginning of it.";

    @Command(
            name = "import",
            description = {
                "Reads a plan document and shows what was read.",
                "With --data (or --db) it is kept as a draft; without, nothing is stored and no server is needed."
            },
            exitCodeList = {"0:read", "1:read, but refused by the server", "2:not a plan that can be read"})
    int importing(
            @Mixin Where where,
            @Parameters(paramLabel = "FILE", description = "The document.") Path file,
            @Option(names = "--area", paramLabel = "CODE", description = "The commune or province it governs.")
                    @Nullable
                    String area,
            @Option(names = "--typed", description = "The file is a table somebody typed ('plan template' prints one).")
                    boolean typed,
            @Option(names = "--json", description = "Print the reading as one JSON document and nothing else.")
                    boolean json) {
        ReadPlan read;
        try {
            read = typed ? new PlanReader().readTyped(file) : new PlanReader().read(file);
        } catch (UnreadablePlan e) {
            return unreadable(where, file, e);
        }
        int exit = where.isGiven()
                ? where.ask("plan.import", draft(read, area), (answer, out) -> (json ? where.err() : out)
                        .println(PlanText.imported(answer)))
                : Where.DONE;
        if (exit != Where.DONE) {
            return exit;
        }
        if (json) {
            where.out().println(read.plan().toJson());
        } else {
            PlanText.print(read.plan(), where.out());
            if (!where.isGiven()) {
                where.out().println("Nothing was stored: --data DIR keeps it as a draft.");
            }
        }
        return Where.DONE;
    }

    @Command(name = "template", description = "Prints an empty table to type a plan into, for a spreadsheet (.csv).")
    int template(@Mixin Where where) throws IOException {
        try (InputStream in = PlanCommand.class.getResourceAsStream("/plan/typed-template.csv")) {
            where.out().print(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
            where.out().flush();
        }
        return Where.DONE;
    }

    @Command(name = "new", description = "Begins a plan that is typed task by task; it is a draft like any other.")
    int begin(
            @Mixin Where where,
            @Option(names = "--title", required = true, description = "As printed.") String title,
            @Option(names = "--issuer", required = true, description = "The organ that issued it.") String issuer,
            @Option(names = "--level", description = "PROVINCE, COMMUNE or PARTY_COMMITTEE (default: by the issuer).")
                    @Nullable
                    PlanLevel level,
            @Option(names = "--number", description = "As printed.") @Nullable String number,
            @Option(names = "--date", paramLabel = "DAY", description = "Of the document.") @Nullable LocalDate date,
            @Option(names = "--area", paramLabel = "CODE", description = "The commune or province it governs.")
                    @Nullable
                    String area) {
        Arguments args = new Arguments()
                .with("title", title)
                .with("issuer", issuer)
                .with("level", level)
                .with("number", number)
                .with("date", date)
                .with("areaCode", area);
        return where.ask("plan.new", args.node(), (answer, out) -> out.println(PlanText.imported(answer)));
    }

    @Command(
            name = "add-task",
            description = "Puts a task into a draft; units and products are parted by semicolons, as in the document.")
    int addTask(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN", description = ID) String plan,
            @Option(names = "--key", required = true, description = "Its number as printed: 2.a, 3.1, VI.2.")
                    String key,
            @Option(names = "--content", required = true, description = "Its whole text.") String content,
            @Option(names = "--section", description = "Its section's key (default: the key up to its first dot).")
                    @Nullable
                    String section,
            @Option(names = "--lead", description = "Who leads.") @Nullable String lead,
            @Option(names = "--executing", description = "Who carries it out.") @Nullable String executing,
            @Option(names = "--coordinating", description = "Who coordinates.") @Nullable String coordinating,
            @Option(names = "--products", description = "What it yields.") @Nullable String products,
            @Option(names = "--time", description = "When, in the document's words.") @Nullable String time,
            @Option(names = "--after", paramLabel = "KEY", description = "The task before it (default: the last one).")
                    @Nullable
                    String after,
            @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who types.") String by,
            @Option(names = "--reason", defaultValue = "typed", description = "Why (default: ${DEFAULT-VALUE}).")
                    String reason) {
        Arguments task = new Arguments()
                .with("key", key)
                .with("content", content)
                .with("section", section)
                .with("lead", lead)
                .with("executing", executing)
                .with("coordinating", coordinating)
                .with("products", products)
                .with("time", time);
        Arguments args = new Arguments()
                .with("plan", plan)
                .with("after", after)
                .with("task", task)
                .with("byWhom", by)
                .with("reason", reason);
        return where.ask("plan.addTask", args.node(), (answer, out) -> PlanText.task(answer, out));
    }

    @Command(name = "remove-task", description = "Takes a task out of a draft.")
    int removeTask(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN", description = ID) String plan,
            @Option(names = "--key", required = true, description = "The task's key.") String key,
            @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who does it.") String by,
            @Option(names = "--reason", required = true, description = "Why.") String reason) {
        Arguments args = new Arguments()
                .with("plan", plan)
                .with("taskKey", key)
                .with("byWhom", by)
                .with("reason", reason);
        return where.ask("plan.removeTask", args.node(), (answer, out) -> out.println(PlanText.listed(answer)));
    }

    @Command(name = "list", description = "Shows all plans and how they stand.")
    int list(@Mixin Where where, @Option(names = "--json", description = "As one JSON array.") boolean json) {
        return where.ask(
                "plan.list",
                new Arguments().node(),
                json ? PlanCommand::asIs : (answer, out) -> answer.forEach(plan -> out.println(PlanText.listed(plan))));
    }

    @Command(
            name = "show",
            description = "Shows a plan as it now reads, its corrections, and how it differs from the version before.")
    int show(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN", description = ID) String plan,
            @Option(names = "--json", description = "As one JSON object.") boolean json) {
        return where.ask(
                "plan.show", new Arguments().with("plan", plan).node(), json ? PlanCommand::asIs : PlanText::shown);
    }

    @Command(
            name = "correct",
            description = {
                "Corrects or confirms one field of a plan or task; it is logged with name and reason.",
                "A value is text, or JSON: a list of units, or [{\"record\":\"LOAN\",\"phrase\":\"...\"}] for 'accepts'."
            })
    int correct(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN", description = ID) String plan,
            @Option(names = "--task", paramLabel = "KEY", description = "The task's key (default: the plan itself).")
                    @Nullable
                    String task,
            @Option(names = "--field", required = true, description = "content, leadUnits, timeFrame.due ...")
                    String field,
            @Option(names = "--value", description = "Its right value (default: empty).") @Nullable String value,
            @Option(names = "--confirm", description = "It reads right as it stands.") boolean confirm,
            @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who corrects.") String by,
            @Option(names = "--reason", required = true, description = "Why.") String reason) {
        ObjectNode args = new Arguments()
                .with("plan", plan)
                .with("taskKey", task)
                .with("field", field)
                .with("byWhom", by)
                .with("reason", reason)
                .node();
        if (value != null) {
            args.set("value", value(value));
        }
        args.put("confirm", confirm && value == null);
        return where.ask("plan.correct", args, (answer, out) -> out.println(PlanText.listed(answer)));
    }

    @Command(
            name = "publish",
            description = {
                "Puts a plan in force; a version before it ends the day before.",
                "Its first day is the document's date, else 1 January of this year, unless --from says otherwise."
            },
            exitCodeList = {"0:in force", "1:refused", "2:not a plan that can be read"})
    int publish(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN|FILE", description = "A draft's id, or a document to read and publish.")
                    String plan,
            @Option(names = "--area", paramLabel = "CODE", description = "The commune or province it governs.")
                    @Nullable
                    String area,
            @Option(names = "--from", paramLabel = "DAY", description = "Its first day in force.") @Nullable
                    LocalDate from,
            @Option(
                            names = "--replaces",
                            paramLabel = "PLAN",
                            description = "The plan it continues, if it does not say.")
                    @Nullable
                    String replaces) {
        AtomicReference<String> id = new AtomicReference<>(plan);
        if (Files.isRegularFile(Path.of(plan))) {
            try {
                int exit = where.ask(
                        "plan.import",
                        draft(new PlanReader().read(Path.of(plan)), area),
                        (answer, out) -> id.set(answer.path("planId").asText()));
                if (exit != Where.DONE) {
                    return exit;
                }
            } catch (UnreadablePlan e) {
                return unreadable(where, Path.of(plan), e);
            }
        }
        Arguments args = new Arguments()
                .with("plan", id.get())
                .with("areaCode", area)
                .with("from", from)
                .with("replaces", replaces);
        return where.ask("plan.publish", args.node(), PlanText::published);
    }

    @Command(
            name = "withdraw",
            description = {
                "Takes a plan back as if it had never been published; the version before it is in force again.",
                "With --last-day it stays in force until then."
            })
    int withdraw(
            @Mixin Where where,
            @Parameters(paramLabel = "PLAN", description = ID) String plan,
            @Option(names = "--last-day", paramLabel = "DAY", description = "Its last day in force.") @Nullable
                    LocalDate lastDay) {
        Arguments args = new Arguments().with("plan", plan).with("lastDay", lastDay);
        return where.ask("plan.withdraw", args.node(), (answer, out) -> out.println(PlanText.listed(answer)));
    }

    private static ObjectNode draft(ReadPlan read, @Nullable String area) {
        ObjectNode args = new Arguments()
                .with("sourceName", read.sourceName())
                .with("sourceSha256", read.sourceSha256())
                .with("areaCode", area)
                .node();
        args.set("plan", Json.tree(read.plan()));
        args.set("lines", Json.tree(read.lines()));
        return args;
    }

    private static int unreadable(Where where, Path file, UnreadablePlan why) {
        String place = why.line() == null ? "" : " at line " + why.line();
        where.err()
                .println(file + " cannot be read as a plan: expected " + why.expected() + place + " (" + why.code()
                        + "). Nothing was stored.");
        return Where.USAGE;
    }

    private static JsonNode value(String text) {
        try {
            JsonNode json = Json.tolerant(text, JsonNode.class);
            return json.isContainerNode() ? json : TextNode.valueOf(text);
        } catch (JsonRefused e) {
            return TextNode.valueOf(text);
        }
    }

    private static void asIs(JsonNode answer, PrintWriter out) {
        out.println(Json.write(answer));
    }
}

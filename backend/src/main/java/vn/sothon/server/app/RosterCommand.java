package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.loan.RosterOutcome;
import vn.sothon.server.loan.RosterSentences;

/** {@code sothon roster …}. */
@Command(name = "roster", description = "The bank's loan rosters.", synopsisSubcommandLabel = "import")
final class RosterCommand {

    @Command(
            name = "import",
            description = "Brings loans, groups and the checks they owe up to date from an .xlsx or .csv file.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {
                "0:imported, rows with problems listed",
                "1:refused or failed: a sentence on stderr says why",
                "2:the file cannot be read, or nothing tells of which day it is"
            })
    int importFile(
            @Mixin Where where,
            @Parameters(paramLabel = "FILE", description = "As the bank's program exports it.") Path file,
            @Option(
                            names = "--commune",
                            paramLabel = "CODE",
                            description = "Where loans lie whose rows do not name a registered commune.")
                    @Nullable
                    String commune,
            @Option(
                            names = "--period",
                            paramLabel = "DAY",
                            description = "The day of its figures (default: as it says).")
                    @Nullable
                    LocalDate period,
            @Option(names = "--json", description = "Prints the outcome as JSON.") boolean json) {
        Arguments args = new Arguments()
                .with("file", file.toAbsolutePath())
                .with("commune", commune)
                .with("period", period);
        return where.ask(
                "roster.import",
                args.node(),
                (answer, out) -> print(answer, json, out),
                refusal -> refusal.startsWith("UNREADABLE_") || refusal.equals("PERIOD_NEEDED")
                        ? Where.USAGE
                        : Where.REFUSED);
    }

    private static void print(JsonNode answer, boolean json, PrintWriter out) {
        if (json) {
            out.println(Json.write(answer));
            return;
        }
        try {
            print(Json.tolerant(answer, RosterOutcome.class), out);
        } catch (JsonRefused e) {
            throw new IllegalStateException("the server's outcome is not understood", e);
        }
    }

    private static void print(RosterOutcome outcome, PrintWriter out) {
        out.printf("%s of %s: %d rows read.%n", outcome.kind(), outcome.period(), outcome.rowsRead());
        if (outcome.result() == RosterOutcome.Result.UNCHANGED) {
            out.printf("Unchanged: %d known as they are, nothing new.%n", outcome.unchanged());
        } else {
            out.printf(
                    "%d added, %d changed, %d unchanged, %d closed.%n",
                    outcome.added(),
                    outcome.changed(),
                    outcome.unchanged(),
                    outcome.closed().size());
            out.printf(
                    "Groups: %d added, %d changed. Checks owed: %d.%n",
                    outcome.groupsAdded(), outcome.groupsChanged(), outcome.checksOwed());
        }
        if (outcome.merged() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%d rows told of a loan again and were merged; %,d of outstanding debt is not counted twice.%n",
                    outcome.merged(),
                    outcome.outstandingNotCountedAgain());
        }
        if (outcome.leftOut() > 0) {
            out.printf("%d rows left out, see below.%n", outcome.leftOut());
        }
        if (!outcome.unaccounted().isEmpty()) {
            out.printf(
                    "%d loans may be those of illegible rows and stay as they are.%n",
                    outcome.unaccounted().size());
        }
        outcome.closed().forEach(loan -> out.printf("Closed %s: %s%n", loan.number(), loan.reason()));
        outcome.problems().forEach(problem -> out.println(RosterSentences.of(problem)));
    }
}

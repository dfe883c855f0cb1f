package vn.sothon.server.tie;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.ReasonSentences;
import vn.sothon.model.rule.TieAnswer;
import vn.sothon.server.plan.importer.UnreadablePlan;

/** Which task of a plan file each record of a records file fulfils. Works without a server and stores nothing. */
@Command(
        name = "tie",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Says which task of a plan each record fulfils, and why.",
            "The plan is taken as in force on every day and at every place; nothing is stored."
        },
        footer = {
            "",
            "A line of RECORDS is one JSON object:",
            "  {\"id\":\"a1\",\"kind\":\"LOAN_USE_CHECK\",",
            "   \"authorRole\":\"VILLAGE_HEAD\",",
            "   \"subject\":\"LOAN\",\"visit\":\"POST_DISBURSEMENT\",",
            "   \"findings\":[\"MISUSE\"],\"date\":\"2026-03-02\"}",
            "(without the line breaks)"
        },
        exitCodeList = {
            "0:every line answered",
            "1:some lines could not be read: named on stderr",
            "2:the plan or the records could not be read at all"
        })
public final class TieCommand implements Callable<Integer> {
    static final int SOME_BAD_LINES = 1;
    static final int NOTHING_DONE = 2;

    private final PrintWriter out;
    private final PrintWriter err;

    @Option(names = "--plan", required = true, paramLabel = "FILE", description = "A plan document.")
    private @Nullable Path plan;

    @Option(names = "--records", required = true, paramLabel = "RECORDS", description = "Records, one JSON a line.")
    private @Nullable Path records;

    @Option(names = "--json", description = "Print one JSON array: id, taskKey, reason, alternatives.")
    private boolean json;

    @Option(names = "--lang", paramLabel = "vi|en", defaultValue = "vi", description = "Language of the sentences.")
    private String language = "vi";

    public TieCommand() {
        this(utf8(System.out), utf8(System.err));
    }

    TieCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        try {
            return run(required(plan), required(records));
        } catch (UnreadablePlan e) {
            return nothing(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return nothing("UNREADABLE_RECORDS " + e.getMessage());
        } finally {
            out.flush();
            err.flush();
        }
    }

    private int run(Path planFile, Path recordsFile) throws UnreadablePlan, IOException {
        List<PlanTask> tasks = ImportedTasks.read(planFile);
        ReasonSentences sentences = ReasonSentences.in(Locale.forLanguageTag(language));
        int[] bad = {0};
        // Opened before anything is printed, so that a missing file leaves stdout empty.
        try (RecordLines lines = RecordLines.of(recordsFile);
                TiePrinter printer = json ? TiePrinter.json(out, sentences) : TiePrinter.table(out, sentences)) {
            new TieFileRun(tasks).run(lines, new TieFileRun.Listener() {
                @Override
                public void answered(String id, TieAnswer answer) throws IOException {
                    printer.print(id, answer);
                }

                @Override
                public void refused(int line, BadLine problem) {
                    bad[0]++;
                    err.println(recordsFile + ":" + line + ": " + problem.code() + " " + problem.what());
                }
            });
        }
        return bad[0] == 0 ? 0 : SOME_BAD_LINES;
    }

    private int nothing(String why) {
        err.println(why);
        return NOTHING_DONE;
    }

    private static Path required(@Nullable Path option) {
        if (option == null) {
            throw new IllegalStateException("picocli lets nobody through without it");
        }
        return option;
    }

    private static PrintWriter utf8(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    }
}

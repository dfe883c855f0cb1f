package vn.sothon.server.app;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sothon progress}. */
@Command(
        name = "progress",
        description = "How far the plans have come: records, checks of loans, findings, recommendations.")
final class ProgressCommand implements Callable<Integer> {
    @Mixin
    Where where = new Where();

    @Option(names = "--plan", paramLabel = "PLAN", description = "Id from 'plan list' (default: every plan in force).")
    @Nullable
    String plan;

    @Option(names = "--commune", paramLabel = "CODE", description = "Only this commune.")
    @Nullable
    String commune;

    @Option(names = "--village", paramLabel = "CODE", description = "Only this village.")
    @Nullable
    String village;

    @Option(names = "--period", paramLabel = "PERIOD", description = "2026, 2026-Q3 or 2026-11 (default: this year).")
    @Nullable
    String period;

    @Option(
            names = "--by",
            paramLabel = "CUT",
            defaultValue = "TASK",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    By by = By.TASK;

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            defaultValue = "vi",
            description = "vi or en (default: ${DEFAULT-VALUE}).")
    String lang = "vi";

    @Option(names = "--json", description = "As one JSON object, figures of every kind.")
    boolean json;

    /** How figures are cut. */
    enum By {
        TASK,
        UNIT,
        VILLAGE,
        GROUP,
        WEEK
    }

    @Override
    public Integer call() {
        Arguments args = new Arguments()
                .with("plan", plan)
                .with("commune", commune)
                .with("village", village)
                .with("period", period)
                .with("by", by);
        return where.ask("progress", args.node(), (answer, out) -> {
            if (json) {
                out.println(answer);
            } else {
                new ProgressText(Locale.forLanguageTag(lang), out).print(answer);
            }
        });
    }
}

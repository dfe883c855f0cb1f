package vn.sothon.server.app;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sothon.model.json.Json;

/** {@code sothon plan link}. */
@Command(
        name = "link",
        description = {
            "Shows which task of the plan above each task implements: proposed from the texts, or as persons decided.",
            "With --by and --reason it decides: one task with --task, else every first proposal nobody has decided."
        })
final class PlanLinkCommand implements Callable<Integer> {
    @Mixin
    Where where = new Where();

    @Parameters(paramLabel = "PLAN", description = "Id from 'plan list', or the beginning of it.")
    String plan = "";

    @Option(names = "--above", paramLabel = "PLAN", description = "The plan above, if the document names none.")
    @Nullable
    String above;

    @Option(names = "--task", paramLabel = "KEY", description = "The task below.")
    @Nullable
    String task;

    @Option(names = "--to", paramLabel = "KEY", description = "The task above.")
    @Nullable
    String to;

    @Option(names = "--none", description = "It implements no task above.")
    boolean none;

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides.")
    @Nullable
    String by;

    @Option(names = "--reason", description = "Why.")
    @Nullable
    String reason;

    @Option(names = "--json", description = "As one JSON object.")
    boolean json;

    @Override
    public Integer call() {
        Arguments which = new Arguments().with("plan", plan).with("above", above);
        if (by != null || reason != null || task != null) {
            Arguments decision = new Arguments()
                    .with("plan", plan)
                    .with("above", above)
                    .with("task", task)
                    .with("to", to)
                    .with("none", none)
                    .with("byWhom", by)
                    .with("reason", reason);
            int exit = where.ask("plan.link", decision.node(), (answer, out) -> (json ? where.err() : out)
                    .println("Decided: " + answer.asInt() + "."));
            if (exit != Where.DONE) {
                return exit;
            }
        }
        return where.ask("plan.links", which.node(), (answer, out) -> {
            if (json) {
                out.println(Json.write(answer));
            } else {
                PlanLinkText.print(answer, out);
            }
        });
    }
}

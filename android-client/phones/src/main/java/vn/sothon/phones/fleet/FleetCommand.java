package vn.sothon.phones.fleet;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.sothon.model.json.Json;

/** Runs one phase of an order; the last line printed is a JSON object with the outcome. */
@Command(
        name = "phone-fleet",
        description = "Many headless phones that work through an order.",
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init")
public final class FleetCommand implements Callable<Integer> {
    /** What to do now; a later phase builds on the stores the earlier ones left. */
    enum Phase {
        ENROL,
        WORK,
        SYNC,
        COUNT
    }

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", description = "${COMPLETION-CANDIDATES}")
    private Phase phase;

    @Option(names = "--orders", required = true, paramLabel = "FILE", description = "the order, JSON")
    private Path orders;

    @Option(names = "--via", paramLabel = "URL", description = "sync by this way to the same server")
    private @Nullable String via;

    @Option(names = "--attempts", defaultValue = "60", description = "most tries of each phone")
    private int attempts;

    @Option(names = "--threads", defaultValue = "4", description = "phones at work at the same time")
    private int threads;

    static CommandLine commandLine() {
        return new CommandLine(new FleetCommand()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        WorkOrder order = WorkOrder.read(orders);
        if (phase == Phase.COUNT) {
            out.println(Json.write(FleetCount.of(order)));
            return 0;
        }
        FleetPhases phases = new FleetPhases(order, threads, out);
        FleetPhases.Outcome outcome =
                switch (phase) {
                    case ENROL -> phases.enrol(attempts);
                    case WORK -> phases.work();
                    default -> phases.sync(via, attempts);
                };
        out.println(Json.write(outcome));
        return outcome.unfinished().isEmpty() ? 0 : 1;
    }
}

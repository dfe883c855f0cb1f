package vn.sothon.server.app.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.sothon.model.alert.AlertSentences;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.app.TemporaryFolder;
import vn.sothon.server.plan.importer.UnreadablePlan;

/** {@code sothon demo}. */
@Command(
        name = "demo",
        description = {
            "Plays a fortnight: plans, phones that work offline, a network that misbehaves.",
            "Ends with one line RESULT {…}, every figure counted on reopened stores."
        })
public final class DemoCommand implements Callable<Integer> {
    private static final int GOOD = 0;
    private static final int FAILED = 1;
    private static final int WRONG = 2;

    @Spec
    @SuppressWarnings("NullAway.Init")
    CommandSpec spec;

    @Option(names = "--plans", paramLabel = "DIR", description = "Plans to import (default: the product's samples).")
    @Nullable
    Path plans;

    @Option(names = "--once", description = "End after the result; otherwise the server stays up.")
    boolean once;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The server's port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(names = "--data", paramLabel = "DIR", description = "An empty or new folder (default: a temporary one).")
    @Nullable
    Path data;

    @Override
    public Integer call() throws Exception {
        Path workshop = Files.createTempDirectory("sothon-demo");
        try {
            return play(workshop);
        } finally {
            if (once) {
                TemporaryFolder.delete(workshop);
            }
        }
    }

    private int play(Path workshop) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = data == null ? workshop.resolve("server") : data;
        if (!emptyOrMissing(folder)) {
            return wrong("The folder " + folder + " is not empty: a demo wants one of its own.");
        }
        List<Path> texts;
        try {
            texts = PlanTexts.files(plans, workshop);
        } catch (IOException e) {
            return wrong("No plans can be read in " + plans + ".");
        }
        if (texts.isEmpty()) {
            return wrong("There are no plans in " + plans + ".");
        }
        Demo demo = new Demo(out, folder, workshop);
        try {
            out.println("Sổ Thôn, a fortnight in a minute");
            demo.play(texts, port);
        } catch (UnreadablePlan e) {
            return wrong(e.getMessage());
        } catch (IOException | RuntimeException e) {
            if (portTaken(e)) {
                return wrong("Port " + port + " is taken; choose another with --port.");
            }
            throw e;
        }
        DemoResult result = demo.count();
        summary(out, result);
        alerts(out, RaisedAlerts.in(folder));
        out.println(result.line());
        out.flush();
        if (!once) {
            stay(out, demo);
        }
        return result.good() ? GOOD : FAILED;
    }

    private static void summary(PrintWriter out, DemoResult result) {
        out.println();
        out.printf(
                "  %d records on %d phones, %d acknowledged, %d stored; %d lost, %d twice; %d items were sent again.%n",
                result.recorded(),
                result.phones(),
                result.acknowledged(),
                result.stored(),
                result.lost(),
                result.duplicates(),
                result.resent());
        out.printf(
                "  %d tied to a plan task, %d wait for a person, %d were replaced by a correction, %d are sheets.%n",
                result.tied(), result.untied(), result.superseded(), result.sheets());
        for (Map.Entry<String, Long> plan : result.tiedByPlan().entrySet()) {
            out.printf("  %6d  %s%n", plan.getValue(), plan.getKey());
        }
        out.printf(
                "  %d photos are here whole; the log %s.%n",
                result.attachments(), result.logVerified() ? "holds" : "DOES NOT HOLD");
        out.println();
    }

    private static void alerts(PrintWriter out, List<RaisedAlerts> alerts) {
        AlertSentences sentences = AlertSentences.in(Locale.ENGLISH);
        long raised = alerts.stream().mapToLong(RaisedAlerts::raised).sum();
        out.println("  " + raised + " alerts were raised:");
        for (RaisedAlerts rule : alerts) {
            out.printf(
                    "  %6d  %s (%d unresolved, told to %d people)%n",
                    rule.raised(), sentences.title(rule.rule()), rule.unresolved(), rule.readers());
        }
        out.println();
    }

    private void stay(PrintWriter out, Demo demo) throws IOException, InterruptedException {
        RunningServer server = RunningServer.start(demo.settings(port));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                server.close();
            } catch (IOException e) {
                spec.commandLine().getErr().println("The server did not end cleanly: " + e.getMessage());
            }
        }));
        out.println();
        out.println("The server is up on " + server.address() + " with what you have just seen.");
        out.println("  " + server.address() + "/api/v1/meta");
        out.println("  sothon plan list --data " + demo.data());
        out.println("Ctrl-C ends it.");
        out.flush();
        server.awaitClose();
    }

    private int wrong(@Nullable String sentence) {
        spec.commandLine().getErr().println(sentence);
        return WRONG;
    }

    private static boolean emptyOrMissing(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    private static boolean portTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}

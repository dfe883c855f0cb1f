package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/** {@code sothon verify}. */
@Command(
        name = "verify",
        description = "Proves that nothing stored was altered: logs, hashes, signatures, ties. Exits 1 on any fault.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    Where where = new Where();

    @Option(names = "--json", description = "The report as JSON.")
    boolean json;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            description =
                    "Checkpoints kept outside, as 'checkpoint' wrote them: the logs must still pass through them.")
    @Nullable
    Path against;

    private boolean faulty;

    @Override
    public Integer call() {
        ObjectNode args = new Arguments().node();
        if (against != null) {
            try {
                args.set("against", Json.tolerant(Files.readString(against), JsonNode.class));
            } catch (IOException | JsonRefused e) {
                where.err().println(against + " cannot be read as checkpoints.");
                return Where.USAGE;
            }
        }
        int exit = where.ask("verify", args, this::print);
        return exit == Where.DONE && faulty ? Where.REFUSED : exit;
    }

    private void print(JsonNode report, PrintWriter out) {
        faulty = !report.path("faults").isEmpty();
        if (json) {
            out.println(report);
            return;
        }
        for (JsonNode fault : report.path("faults")) {
            out.println(fault.path("code").asText() + " " + fault.path("where").asText());
        }
        out.println(report.path("records").asLong() + " records, "
                + report.path("entries").asLong() + " entries in "
                + report.path("logs").asLong() + " logs, "
                + report.path("checkpoints").asLong() + " checkpoints: "
                + (faulty ? report.path("faults").size() + " faults." : "whole."));
    }
}

package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sothon verify}. */
@Command(
        name = "verify",
        description = "Proves that nothing stored was altered: logs, hashes, signatures, ties. Exits 1 on any fault.")
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    Where where = new Where();

    @Option(names = "--json", description = "The report as JSON.")
    boolean json;

    private boolean faulty;

    @Override
    public Integer call() {
        int exit = where.ask("verify", new Arguments().node(), this::print);
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
                + report.path("logs").asLong() + " logs: "
                + (faulty ? report.path("faults").size() + " faults." : "whole."));
    }
}

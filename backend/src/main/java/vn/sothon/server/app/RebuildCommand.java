package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sothon rebuild}. */
@Command(
        name = "rebuild",
        description = {
            "Counts all figures anew from records, loans and recommendations, and says which were wrong.",
            "They are right afterwards."
        },
        exitCodeList = {"0:counted, whether or not anything differed", "1:refused"})
final class RebuildCommand implements Callable<Integer> {
    @Mixin
    Where where = new Where();

    @Option(names = "--json", description = "The report as JSON.")
    boolean json;

    @Override
    public Integer call() {
        return where.ask("rebuild", new Arguments().node(), (report, out) -> {
            if (json) {
                out.println(report);
            } else {
                print(report, out);
            }
        });
    }

    private static void print(JsonNode report, PrintWriter out) {
        for (JsonNode one : report.path("differences")) {
            String task = one.path("task").asText();
            out.println(one.path("place").asText() + " " + one.path("period").asText() + " "
                    + one.path("what").asText() + (task.isEmpty() ? "" : " of task " + task) + ": kept "
                    + one.path("kept").asLong() + ", counted "
                    + one.path("counted").asLong());
        }
        out.println("Communes counted: " + report.path("communes").asInt() + "; numbers that were wrong: "
                + report.path("differences").size() + "; facts that were counted wrongly: "
                + report.path("facts").asInt() + ".");
    }
}

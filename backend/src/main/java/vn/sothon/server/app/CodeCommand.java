package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sothon.model.json.Json;
import vn.sothon.model.rule.DueDates;

/** {@code sothon code}. */
@Command(name = "code", description = "Makes a code with which a person enrols one phone, once.")
final class CodeCommand implements Callable<Integer> {
    private static final DateTimeFormatter UNTIL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(DueDates.VIET_NAM);

    @Mixin
    Where where = new Where();

    @Parameters(paramLabel = "PERSON", description = "Id, or full name.")
    String person = "";

    @Option(names = "--screen", description = "For a phone that is here now: usable for 15 minutes, not 72 hours.")
    boolean screen;

    @Option(
            names = "--server",
            paramLabel = "URL",
            description = "The address phones are to use (default: that of the running server).")
    @Nullable
    String server;

    @Option(names = "--no-qr", description = "Only the code as text.")
    boolean noQr;

    @Override
    public Integer call() {
        Arguments args = new Arguments().with("person", person).with("onScreen", screen);
        return where.ask("code", args.node(), this::print);
    }

    private void print(JsonNode answer, PrintWriter out) {
        out.println(answer.path("code").asText());
        out.println("for " + answer.path("name").asText() + ", once, until "
                + UNTIL.format(Instant.parse(answer.path("expiresAt").asText())) + " (Viet Nam)");
        if (noQr) {
            return;
        }
        String address = server != null ? server : answer.path("server").asText();
        if (address.isEmpty()) {
            out.println("No server is running here: give --server URL for a QR code.");
            return;
        }
        out.println(address);
        out.println();
        out.print(TerminalQr.of(invitation(answer, address), Help.Ansi.AUTO.enabled()));
    }

    private static String invitation(JsonNode answer, String address) {
        ObjectNode invitation = new Arguments()
                .with("server", address)
                .with("serverId", answer.path("serverId").asText())
                .with(
                        "certSha256",
                        answer.has("certSha256") ? answer.path("certSha256").asText() : null)
                .with("code", answer.path("code").asText())
                .node();
        return Json.write(invitation);
    }
}

package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.sothon.server.device.Revocation;

/** {@code sothon device …}. */
@Command(name = "device", description = "Enrolled phones.", synopsisSubcommandLabel = "list|revoke")
final class DeviceCommand {

    @Command(name = "list", description = "Shows all phones, whose they are and when they were last heard of.")
    int list(@Mixin Where where) {
        return where.ask(
                "device.list",
                new Arguments().node(),
                (answer, out) -> answer.forEach(device -> out.println(line(device))));
    }

    @Command(
            name = "revoke",
            description = "Ends the trust in a phone. REPLACED: what it still holds is taken for 30 days."
                    + " LOST: it is told to forget what it pulled, and what it sends waits for a person.")
    int revoke(
            @Mixin Where where,
            @Parameters(paramLabel = "DEVICE", description = "The phone's id, from 'device list'.") UUID device,
            @Option(names = "--as", required = true, description = "${COMPLETION-CANDIDATES}.") Revocation as) {
        Arguments args = new Arguments().with("device", device).with("as", as);
        return where.ask("device.revoke", args.node(), (answer, out) -> out.println(line(answer)));
    }

    private static String line(JsonNode device) {
        StringBuilder line = new StringBuilder(device.path("id").asText())
                .append("  ")
                .append(device.path("person").asText());
        if (device.has("model")) {
            line.append(", ").append(device.path("model").asText());
        }
        line.append(", last seen ").append(device.path("lastSeenAt").asText("never"));
        if (device.has("unsent")) {
            line.append(", app ").append(device.path("appVersion").asText("unknown"));
            line.append(", unsent ").append(device.path("unsent").asInt());
        }
        if (device.has("revokedAs")) {
            line.append(", ")
                    .append(device.path("revokedAs").asText())
                    .append(' ')
                    .append(device.path("revokedAt").asText());
        }
        return line.toString();
    }
}

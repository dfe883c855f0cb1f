package vn.sothon.phones.command;

import java.io.PrintWriter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sothon.client.enrol.EnrolOutcome;
import vn.sothon.client.enrol.Enroller;

@Command(name = "enrol", description = "Make this phone a device of a server, with a one-time code.")
@SuppressWarnings("NullAway.Init")
final class EnrolCommand extends PhoneSubcommand {
    @Option(names = "--server", required = true, paramLabel = "URL", description = "where the server is reached")
    private String server;

    @Option(names = "--code", required = true, description = "the code the console gave")
    private String code;

    @Option(names = "--server-id", paramLabel = "ID", description = "the server that is meant, from the QR")
    private @Nullable UUID serverId;

    @Option(names = "--cert", paramLabel = "SHA256", description = "the server's own certificate, from the QR")
    private @Nullable String cert;

    @Option(names = "--name", defaultValue = "headless phone", description = "how the console shows this phone")
    private String name;

    @Override
    public Integer call() throws Exception {
        try (OpenPhone phone = OpenPhone.fresh(folder(), cert)) {
            return run(phone, out());
        }
    }

    @Override
    int run(OpenPhone phone, PrintWriter out) {
        String version = EnrolCommand.class.getPackage().getImplementationVersion();
        EnrolOutcome outcome = phone.phone()
                .enroller()
                .enrol(
                        new Enroller.Invitation(server, code, serverId, cert),
                        new Enroller.Device(
                                name,
                                "headless",
                                System.getProperty("os.name", "unknown"),
                                version == null ? "0" : version));
        if (outcome instanceof EnrolOutcome.Enrolled enrolled) {
            out.println("enrolled for " + enrolled.session().person().name());
            return 0;
        }
        throw new NotUsable(refusal(outcome));
    }

    private static String refusal(EnrolOutcome outcome) {
        if (outcome instanceof EnrolOutcome.Refused refused) {
            return "the server refused: " + refused.status() + (refused.code() == null ? "" : " " + refused.code());
        }
        if (outcome instanceof EnrolOutcome.BelongsElsewhere) {
            return "unsent records of this phone belong to another server; sync them first";
        }
        return outcome instanceof EnrolOutcome.Unreachable
                ? "no answer; the same code may be tried again"
                : "whoever answered is not the server that was meant";
    }
}

package vn.sothon.phones.command;

import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.sothon.client.sync.SyncReport;
import vn.sothon.client.sync.Trouble;

@Command(name = "sync", description = "Send what waits, upload photos, take what changed.")
final class SyncCommand extends PhoneSubcommand {
    @Option(names = "--push-token", paramLabel = "TOKEN", description = "where messages reach this phone from now on")
    private @Nullable String pushToken;

    @Override
    int run(OpenPhone phone, PrintWriter out) {
        if (pushToken != null) {
            phone.phone().pushToken(pushToken);
        }
        SyncReport report = phone.phone().engine().syncOnce();
        out.printf(
                "received %d, known before %d, held %d, rejected %d, to be sent again %d; photos %d; rows %d%n",
                report.accepted(),
                report.duplicates(),
                report.held(),
                report.rejected(),
                report.retried(),
                report.uploaded(),
                report.pulled());
        if (report.trouble().isPresent()) {
            Trouble trouble = report.trouble().get();
            String code = trouble.code() == null ? "" : " " + trouble.code();
            out.println(
                    "stopped: " + trouble.kind() + code + "; try again in " + (report.waitMs() + 999) / 1000 + " s");
            return 1;
        }
        return 0;
    }
}

package vn.sothon.server.app;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.spi.ToolProvider;
import picocli.CommandLine.Command;

/** {@code sothon phone …}: hands everything on to the headless phone, which this code does not know. */
@Command(name = PhoneCommand.NAME, description = "A phone without a screen; 'phone --help' says more.")
final class PhoneCommand {
    static final String NAME = "phone";

    static int run(PrintWriter out, PrintWriter err, String... args) {
        Optional<ToolProvider> phone = ToolProvider.findFirst(NAME);
        if (phone.isEmpty()) {
            err.println("This jar was built without the headless phone.");
            return Where.USAGE;
        }
        return phone.get().run(out, err, args);
    }
}

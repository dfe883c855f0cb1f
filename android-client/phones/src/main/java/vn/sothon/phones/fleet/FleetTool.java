package vn.sothon.phones.fleet;

import java.io.PrintWriter;
import java.util.spi.ToolProvider;

/** The fleet as a tool of the JVM it lies in: the demo finds it by name. */
public final class FleetTool implements ToolProvider {
    @Override
    public String name() {
        return "phone-fleet";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... args) {
        int exit = FleetCommand.commandLine().setOut(out).setErr(err).execute(args);
        out.flush();
        err.flush();
        return exit;
    }
}

package vn.sothon.phones.command;

import java.io.PrintWriter;
import java.util.spi.ToolProvider;

/** The phone as a tool of the JVM it lies in: {@code sothon phone …} finds it by name. */
public final class PhoneTool implements ToolProvider {
    @Override
    public String name() {
        return "phone";
    }

    @Override
    public int run(PrintWriter out, PrintWriter err, String... args) {
        int exit = PhoneCommand.commandLine().setOut(out).setErr(err).execute(args);
        out.flush();
        err.flush();
        return exit;
    }
}

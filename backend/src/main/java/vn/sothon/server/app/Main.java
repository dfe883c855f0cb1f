package vn.sothon.server.app;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The one entry of sothon.jar. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        // Names of people and places are printed whatever the machine's locale is.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int exit = SothonCommand.run(out, err, args);
        out.flush();
        err.flush();
        System.exit(exit);
    }
}

package vn.sothon.app.journey;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;

/**
 * Runs in a process of its own, with the server's jar: each line of its input is one command of {@code sothon}, words
 * parted by tabs, all in one JVM instead of one each.
 */
public final class ServerCommands {
    private ServerCommands() {}

    public static void main(String[] arguments) throws Exception {
        Method run = Class.forName("vn.sothon.server.app.SothonCommand")
                .getDeclaredMethod("run", PrintWriter.class, PrintWriter.class, String[].class);
        run.setAccessible(true);
        PrintWriter out = new PrintWriter(new PrintStream(System.out, true, StandardCharsets.UTF_8), true);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int exit = (int) run.invoke(null, out, out, line.split("\t"));
            out.flush();
            if (exit != 0) {
                System.exit(exit);
            }
        }
        System.exit(0);
    }
}

package vn.sothon.server.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import vn.sothon.server.alert.delivery.FirebaseSettings;
import vn.sothon.server.console.session.FirstAdministrator;
import vn.sothon.server.ops.DataFolder;
import vn.sothon.server.platform.http.CallerAddress;
import vn.sothon.server.platform.http.ServerAddress;
import vn.sothon.server.platform.http.ServerName;

/** {@code sothon serve}. */
@Command(
        name = "serve",
        description = "Runs the server until Ctrl-C. Only this machine reaches it, unless --host says more.")
final class ServeCommand implements Callable<Integer> {
    @Mixin
    Where where = new Where();

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The port; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    int port = 8080;

    @Option(
            names = "--host",
            paramLabel = "H",
            defaultValue = "127.0.0.1",
            description = "The address to listen on; 0.0.0.0 is all of them (default: ${DEFAULT-VALUE}).")
    String host = "127.0.0.1";

    @Option(
            names = "--tls",
            description = "Serve HTTPS with a certificate made here at the first start; enrolment codes pin it.")
    boolean tls;

    @Option(names = "--apk", paramLabel = "FILE", description = "The app for phones, handed out at /app.")
    @Nullable
    Path apk;

    @Option(
            names = "--firebase",
            paramLabel = "FILE",
            description = "The key of a Firebase project's service account, with google-services.json beside it:"
                    + " alerts are then pushed to phones. Without it phones learn of alerts when they sync.")
    @Nullable
    Path firebase;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "RANGE",
            split = ",",
            description = "Addresses of the proxies before this server, as 192.0.2.0/24: what they say of where a call"
                    + " comes from is believed. Nobody else is.")
    List<String> proxies = List.of();

    @Override
    public Integer call() throws InterruptedException {
        if (apk != null && !Files.isReadable(apk)) {
            where.err().println("There is no app to hand out at " + apk + ".");
            return Where.USAGE;
        }
        if (firebase != null && !usable(firebase)) {
            return Where.USAGE;
        }
        if (!usable(proxies)) {
            return Where.USAGE;
        }
        RunningServer server = start();
        if (server == null) {
            return Where.USAGE;
        }
        Thread end = new Thread(() -> close(server), "end");
        Runtime.getRuntime().addShutdownHook(end);
        greet(server);
        server.awaitClose();
        return Where.DONE;
    }

    private @Nullable RunningServer start() {
        try {
            RunningServer server = RunningServer.start(where.settings(host, port, tls)
                    .withApk(apk)
                    .withFirebase(firebase)
                    .withProxies(proxies));
            where.rememberDatabase();
            return server;
        } catch (DataFolder.InUse e) {
            where.err().println("Another process works on " + where.data + ": a folder has one server.");
        } catch (IOException e) {
            where.err().println("The server cannot start: " + e.getMessage());
        } catch (RuntimeException e) {
            if (!portTaken(e)) {
                throw e;
            }
            where.err()
                    .println("Port " + port + " on " + host
                            + " is taken or not this machine's; choose another with --port or --host.");
        }
        return null;
    }

    private boolean usable(List<String> ranges) {
        try {
            CallerAddress.check(String.join(",", ranges));
            return true;
        } catch (IllegalArgumentException e) {
            where.err().println("--trusted-proxy: " + e.getMessage());
            return false;
        }
    }

    private boolean usable(Path key) {
        try {
            String project = FirebaseSettings.phoneSide(key).projectId();
            if (Files.isReadable(key)) {
                where.out().println("Alerts are pushed through the Firebase project " + project + ".");
                return true;
            }
            where.err().println(key + " cannot be read.");
        } catch (UncheckedIOException | IllegalStateException e) {
            where.err().println(e.getMessage());
        }
        return false;
    }

    private void greet(RunningServer server) {
        where.out().println("Listening on " + server.bean(ServerAddress.class).url());
        where.out().println("Data in      " + where.data.toAbsolutePath().normalize());
        where.out().println("Server id    " + server.bean(ServerName.class).serverId());
        if (server.certSha256() != null) {
            where.out().println("Certificate  " + server.certSha256() + " (SHA-256)");
        }
        if (apk != null) {
            where.out()
                    .println("The app is at " + server.bean(ServerAddress.class).url() + "/app");
        }
        FirstAdministrator first = server.bean(FirstAdministrator.class);
        if (first.isWanted()) {
            where.out().println();
            where.out()
                    .println(
                            "Nobody administers this server yet. Whoever opens this link, once and within 30 minutes,");
            where.out().println("becomes the first administrator:");
            where.out().println("  " + server.bean(ServerAddress.class).url() + first.link());
        }
        where.out().println();
        where.out().println("Ctrl-C ends it.");
        where.out().flush();
    }

    private void close(RunningServer server) {
        try {
            server.close();
        } catch (IOException e) {
            where.err().println("The server did not end cleanly: " + e.getMessage());
        }
    }

    private static boolean portTaken(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}

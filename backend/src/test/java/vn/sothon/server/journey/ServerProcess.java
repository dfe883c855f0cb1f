package vn.sothon.server.journey;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server in a process of its own, so that a test can kill it as a power cut would. */
final class ServerProcess implements AutoCloseable {
    private static final String LISTENING = "Listening on ";
    private static final int LONGEST_START_S = 60;

    private final Process process;
    private final Thread end;
    private final URI address;

    private ServerProcess(Process process, Thread end, URI address) {
        this.process = process;
        this.end = end;
        this.address = address;
    }

    /** Starts {@code sothon serve} as a person would, and waits until it says where it listens. */
    static ServerProcess on(Path folder, Path log) throws Exception {
        return on(folder, log, List.of(), List.of());
    }

    /** The same with flags for its Java and further options for the command. */
    static ServerProcess on(Path folder, Path log, List<String> flags, List<String> options) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "vn.sothon.server.app.Main"));
        command.addAll(List.of("serve", "--data", folder.toString()));
        if (!options.contains("--port")) {
            command.addAll(List.of("--port", "0"));
        }
        command.addAll(options);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        Thread end = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        CompletableFuture<URI> address = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, address), "child's output");
        reader.setDaemon(true);
        reader.start();
        try {
            return new ServerProcess(process, end, address.get(LONGEST_START_S, TimeUnit.SECONDS));
        } catch (Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static void read(Process process, CompletableFuture<URI> address) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null) {
                if (line.startsWith(LISTENING)) {
                    address.complete(URI.create(line.substring(LISTENING.length())));
                }
                line = lines.readLine();
            }
        } catch (IOException e) {
            address.completeExceptionally(new UncheckedIOException(e));
        }
        address.completeExceptionally(new IllegalStateException("the server ended before it listened"));
    }

    URI address() {
        return address;
    }

    /** Kill -9: nothing of the process runs any more when this returns; how it ended is returned. */
    int kill() throws InterruptedException {
        process.destroyForcibly();
        return process.waitFor();
    }

    @Override
    public void close() {
        try {
            kill();
            Runtime.getRuntime().removeShutdownHook(end);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

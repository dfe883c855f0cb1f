package vn.sothon.server.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code serve} by the launcher, or by {@code java -jar}, in a process of its own, watched from outside. */
final class ServedJar implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final Process process;
    private final URI address;
    private final Duration toFirstAnswer;

    private ServedJar(Process process, URI address, Duration toFirstAnswer) {
        this.process = process;
        this.address = address;
        this.toFirstAnswer = toFirstAnswer;
    }

    static ServedJar start(Path jar, List<String> flags, Path data) throws Exception {
        int port = freePort();
        List<String> command = new ArrayList<>();
        boolean launcher = !jar.toString().endsWith(".jar");
        if (launcher) {
            command.add(jar.toString());
        } else {
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(flags);
            command.addAll(List.of("-jar", jar.toString()));
        }
        command.addAll(List.of("serve", "--data", data.toString(), "--port", Integer.toString(port)));
        HttpClient http = HttpClient.newHttpClient();
        URI address = URI.create("http://127.0.0.1:" + port);
        HttpRequest meta =
                HttpRequest.newBuilder(address.resolve("/api/v1/meta")).build();
        long began = System.nanoTime();
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        if (launcher && !flags.isEmpty()) {
            builder.environment().put("SOTHON_JAVA_OPTS", String.join(" ", flags));
        }
        // The limits are counted, but a benchmark's few phones may send as much as a country's.
        String boundless = "90000000+90000000/min";
        builder.environment().put("SOTHON_LIMITS_DEVICE", boundless);
        builder.environment().put("SOTHON_LIMITS_ADDRESS", boundless);
        builder.environment().put("SOTHON_LIMITS_NAMELESS", boundless);
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        while (!answers(http, meta)) {
            if (!process.isAlive() || System.nanoTime() - began > LONGEST_START.toNanos()) {
                process.destroyForcibly();
                throw new IllegalStateException("the server did not start");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return new ServedJar(process, address, Duration.ofNanos(System.nanoTime() - began));
    }

    private static boolean answers(HttpClient http, HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address() {
        return address;
    }

    long pid() {
        return process.pid();
    }

    Duration toFirstAnswer() {
        return toFirstAnswer;
    }

    long cpuNanos() {
        return process.toHandle().info().totalCpuDuration().orElseThrow().toNanos();
    }

    /** Resident memory in MB; Linux only. */
    long residentMb() throws IOException {
        return status("VmRSS:");
    }

    long peakMb() throws IOException {
        return status("VmHWM:");
    }

    private long status(String name) throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            if (line.startsWith(name)) {
                return Long.parseLong(line.replaceAll("\\D", "")) / 1024;
            }
        }
        throw new IOException("no " + name);
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}

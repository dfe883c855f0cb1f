package vn.sothon.server.alert.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;

/** A real HTTP server that speaks as Firebase Cloud Messaging v1 and its token service do, well or ill. */
public final class FcmStub implements AutoCloseable {
    private static final String PROJECT = "demo";
    private final HttpServer server;
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final Deque<Answer> answers = new ConcurrentLinkedDeque<>();
    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final List<Arrival> all = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** A message as it came. */
    public record Arrival(String token, Map<String, String> data, String body, long nanos) {}

    private record Answer(int status, @Nullable String code, @Nullable String retryAfter) {}

    public FcmStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 256);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.createContext(
                "/token",
                exchange -> reply(
                        exchange, 200, "{\"access_token\":\"t\",\"expires_in\":3600,\"token_type\":\"Bearer\"}", null));
        server.createContext("/v1/projects/" + PROJECT + "/messages:send", this::message);
        server.setExecutor(pool);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next messages are answered so, one each; afterwards 200 again. */
    void answer(int times, int status, @Nullable String code, @Nullable String retryAfter) {
        for (int i = 0; i < times; i++) {
            answers.add(new Answer(status, code, retryAfter));
        }
    }

    /** The next messages are taken in and never answered. */
    public void silent(int times) {
        answer(times, 0, null, null);
    }

    /** Back to well-being. */
    void recover() {
        answers.clear();
    }

    /** The next message that arrives. */
    public Arrival next() throws InterruptedException {
        Arrival arrival = arrivals.poll(30, TimeUnit.SECONDS);
        if (arrival == null) {
            throw new AssertionError("no message came");
        }
        return arrival;
    }

    public List<Arrival> all() {
        return all;
    }

    /** The two files of a project, in that folder; the key's path. */
    public Path key(Path folder) throws Exception {
        Files.createDirectories(folder);
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair pair = generator.generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        Files.writeString(
                folder.resolve(FirebaseSettings.PHONE_FILE),
                """
                {"project_info": {"project_number": "4711", "project_id": "demo"},
                 "client": [{"client_info": {"mobilesdk_app_id": "1:4711:android:1"},
                             "api_key": [{"current_key": "public-key-of-the-app"}]}]}
                """);
        return Files.writeString(
                folder.resolve("service-account.json"),
                Json.write(Map.of(
                        "type", "service_account",
                        "project_id", PROJECT,
                        "private_key_id", "1",
                        "private_key", pem,
                        "client_email", "server@demo.test",
                        "client_id", "1",
                        "token_uri", address() + "/token")));
    }

    private void message(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Arrival arrival = arrival(body);
        all.add(arrival);
        arrivals.add(arrival);
        Answer answer = answers.poll();
        if (answer == null) {
            reply(exchange, 200, "{\"name\":\"projects/demo/messages/1\"}", null);
        } else if (answer.status == 0) {
            hang();
        } else {
            reply(exchange, answer.status, error(answer), answer.retryAfter);
        }
    }

    private void hang() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Arrival arrival(String body) {
        try {
            JsonNode message = Json.mapper().readTree(body).path("message");
            Map<String, String> data = new java.util.TreeMap<>();
            message.path("data")
                    .properties()
                    .forEach(field -> data.put(field.getKey(), field.getValue().asText()));
            return new Arrival(message.path("token").asText(), data, body, System.nanoTime());
        } catch (IOException e) {
            throw new IllegalStateException(body, e);
        }
    }

    private static String error(Answer answer) {
        String details = answer.code == null
                ? "[]"
                : "[{\"@type\":\"type.googleapis.com/google.firebase.fcm.v1.FcmError\",\"errorCode\":\"" + answer.code
                        + "\"}]";
        return "{\"error\":{\"code\":" + answer.status + ",\"message\":\"no\",\"status\":\"" + status(answer.status)
                + "\",\"details\":" + details + "}}";
    }

    private static String status(int status) {
        return switch (status) {
            case 404 -> "NOT_FOUND";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 503 -> "UNAVAILABLE";
            case 400 -> "INVALID_ARGUMENT";
            default -> "INTERNAL";
        };
    }

    private static void reply(HttpExchange exchange, int status, String body, @Nullable String retryAfter)
            throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (retryAfter != null) {
            exchange.getResponseHeaders().add("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        pool.shutdownNow();
    }
}

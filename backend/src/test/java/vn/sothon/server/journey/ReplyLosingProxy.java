package vn.sothon.server.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Hands every call on to a server and brings its answer back, but for the first answer to a push. */
final class ReplyLosingProxy implements AutoCloseable {
    private static final Set<String> CARRIED = Set.of("authorization", "content-type", "content-encoding");

    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicInteger pushes = new AtomicInteger();
    private final HttpServer listening;
    private final URI server;

    ReplyLosingProxy(URI server) throws IOException {
        this.server = server;
        this.listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.createContext("/", this::handle);
        listening.start();
    }

    String address() {
        return "http://127.0.0.1:" + listening.getAddress().getPort();
    }

    /** How many pushes the server has answered. */
    int pushes() {
        return pushes.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            HttpResponse<byte[]> answer = forward(exchange);
            boolean push = exchange.getRequestURI().getPath().endsWith("/sync/push");
            if (push && pushes.incrementAndGet() == 1) {
                return; // closing without an answer breaks the line
            }
            answer.headers().firstValue("Content-Type").ifPresent(type -> exchange.getResponseHeaders()
                    .set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        }
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(exchange.getRequestURI()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (CARRIED.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.get(0));
            }
        });
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        listening.stop(0);
    }
}

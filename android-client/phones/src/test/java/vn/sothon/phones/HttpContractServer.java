package vn.sothon.phones;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import vn.sothon.client.sync.ContractServer;
import vn.sothon.client.sync.Transport;

/** The server of the contract behind a real port; a fault that throws closes the connection without an answer. */
public final class HttpContractServer implements AutoCloseable {
    private static final List<String> HEADERS = List.of(
            "Authorization",
            "Content-Type",
            "Upload-Length",
            "Upload-Metadata",
            "Upload-Offset",
            "Tus-Resumable",
            "Sothon-Receipts");

    private final ContractServer contract = new ContractServer();
    private final AtomicInteger gzipped = new AtomicInteger();
    private final HttpServer http;

    public HttpContractServer() {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.createContext("/", this::handle);
        http.start();
    }

    public ContractServer contract() {
        return contract;
    }

    public String url() {
        return "http://127.0.0.1:" + http.getAddress().getPort();
    }

    /** How many requests came compressed. */
    public int gzipped() {
        return gzipped.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Transport.Response response = contract.send(request(exchange));
            response.headers()
                    .forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
            byte[] body = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(response.status(), body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                try (OutputStream out = exchange.getResponseBody()) {
                    out.write(body);
                }
            }
        }
    }

    private Transport.Request request(HttpExchange exchange) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (String name : HEADERS) {
            String value = exchange.getRequestHeaders().getFirst(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        byte[] body = exchange.getRequestBody().readAllBytes();
        if ("gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"))) {
            gzipped.incrementAndGet();
            try (InputStream inflated = new GZIPInputStream(new java.io.ByteArrayInputStream(body))) {
                body = inflated.readAllBytes();
            }
        }
        return new Transport.Request(
                exchange.getRequestMethod(), exchange.getRequestURI(), headers, Transport.Body.of(body));
    }

    @Override
    public void close() {
        http.stop(0);
    }
}

package vn.sothon.phones.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.sync.Transport;
import vn.sothon.model.tls.PinnedCertificate;

/** HTTP/1.1 through the JDK's client, plain or with one pinned certificate; may be shared by many phones. */
public final class JdkTransport implements Transport {
    private static final int GZIP_FROM = 1024;
    private static final int LARGEST_ANSWER = 16 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WHOLE = Duration.ofSeconds(60);

    private final HttpClient client;

    private JdkTransport(HttpClient client) {
        this.client = client;
    }

    public static JdkTransport open() {
        return new JdkTransport(builder().build());
    }

    /** For a server that shows its own certificate. */
    public static JdkTransport pinned(String certSha256) {
        return new JdkTransport(
                builder().sslContext(PinnedCertificate.context(certSha256)).build());
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT);
    }

    @Override
    public Response send(Request request) throws IOException {
        try {
            CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(http(request), BodyHandlers.ofByteArray());
            HttpResponse<byte[]> response = whole(sent);
            Map<String, String> headers = headers(response);
            return new Response(response.statusCode(), headers, text(response.body(), headers));
        } catch (UncheckedIOException e) {
            throw new IOException(e);
        } catch (IllegalArgumentException e) {
            throw new IOException("cannot be asked: " + request.uri(), e);
        }
    }

    /** The client's own timeout ends with the headers; a body that stalls must end too. */
    private static HttpResponse<byte[]> whole(CompletableFuture<HttpResponse<byte[]>> sent) throws IOException {
        try {
            return sent.get(WHOLE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException("no whole answer in " + WHOLE, e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static HttpRequest http(Request request) throws IOException {
        HttpRequest.Builder http =
                HttpRequest.newBuilder(request.uri()).timeout(WHOLE).header("Accept-Encoding", "gzip");
        request.headers().forEach(http::header);
        Body body = request.body();
        if (body != null && body.length() > GZIP_FROM && isJson(request)) {
            http.header("Content-Encoding", "gzip");
            return http.method(request.method(), BodyPublishers.ofByteArray(gzip(body)))
                    .build();
        }
        return http.method(request.method(), publisher(body)).build();
    }

    private static BodyPublisher publisher(@Nullable Body body) {
        if (body == null || body.length() == 0) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> {
                    try {
                        return body.open();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                body.length());
    }

    private static boolean isJson(Request request) {
        return "application/json".equals(request.headers().get("Content-Type"));
    }

    private static byte[] gzip(Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes);
                InputStream in = body.open()) {
            in.transferTo(out);
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> headers = new HashMap<>();
        for (Map.Entry<String, List<String>> header : response.headers().map().entrySet()) {
            headers.put(
                    header.getKey().toLowerCase(Locale.ROOT), header.getValue().get(0));
        }
        return headers;
    }

    private static String text(byte[] body, Map<String, String> headers) throws IOException {
        byte[] bytes = body;
        if ("gzip".equals(headers.get("content-encoding")) && bytes.length > 0) {
            try (InputStream inflated = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                bytes = limited(inflated);
            }
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST_ANSWER + 1);
        if (bytes.length > LARGEST_ANSWER) {
            throw new IOException("the answer is too long");
        }
        return bytes;
    }
}

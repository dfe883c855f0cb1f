package vn.sothon.app.data.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.RequestBody;
import okio.BufferedSink;
import okio.Okio;
import okio.Source;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.sync.Transport;
import vn.sothon.model.tls.PinnedCertificate;

/** HTTP/1.1 through OkHttp. One client per certificate; a slow line may take minutes as long as bytes move. */
public final class OkHttpTransport implements Transport {
    private static final int GZIP_FROM = 1024;
    private static final long LARGEST_ANSWER = 16 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(45);
    private static final Duration WHOLE = Duration.ofMinutes(10);

    private final CertificatePin pin;
    private final boolean loopbackInClear;
    private final OkHttpClient plain = client();
    private final Map<String, OkHttpClient> pinned = new HashMap<>();

    /** Which certificate the server must show; null: one that the phone itself trusts. */
    public interface CertificatePin {
        @Nullable
        String sha256();
    }

    /**
     * A transport that asks for the pin before each call.
     *
     * @param loopbackInClear lets plain HTTP to this very machine through, for a developer's server
     */
    public OkHttpTransport(CertificatePin pin, boolean loopbackInClear) {
        this.pin = pin;
        this.loopbackInClear = loopbackInClear;
    }

    @Override
    public Response send(Request request) throws IOException {
        URI uri = request.uri();
        if (!"https".equals(uri.getScheme()) && !(loopbackInClear && isLoopback(uri))) {
            throw new IOException("never in clear");
        }
        try (okhttp3.Response response =
                client(pin.sha256()).newCall(http(request)).execute()) {
            return new Response(response.code(), headers(response), text(response));
        } catch (IllegalArgumentException e) {
            throw new IOException("cannot be asked: " + uri, e);
        }
    }

    private synchronized OkHttpClient client(@Nullable String sha256) {
        if (sha256 == null) {
            return plain;
        }
        OkHttpClient known = pinned.get(sha256);
        if (known == null) {
            known = plain.newBuilder()
                    .sslSocketFactory(
                            PinnedCertificate.context(sha256).getSocketFactory(), new PinnedCertificate(sha256))
                    // The certificate itself is what the QR promised; a commune's PC has no name.
                    .hostnameVerifier((host, session) -> true)
                    .build();
            pinned.put(sha256, known);
        }
        return known;
    }

    private static OkHttpClient client() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                // The core decides what is sent again, and counts it.
                .retryOnConnectionFailure(false)
                .connectTimeout(CONNECT)
                .readTimeout(SILENCE)
                .writeTimeout(SILENCE)
                .callTimeout(WHOLE)
                .build();
    }

    private static okhttp3.Request http(Request request) throws IOException {
        okhttp3.Request.Builder http =
                new okhttp3.Request.Builder().url(request.uri().toURL());
        request.headers().forEach(http::header);
        Body body = request.body();
        if (body == null) {
            boolean needsBody =
                    !request.method().equals("GET") && !request.method().equals("HEAD");
            return http.method(request.method(), needsBody ? RequestBody.create(new byte[0], null) : null)
                    .build();
        }
        String type = request.headers().get("Content-Type");
        MediaType media = type == null ? null : MediaType.parse(type);
        if (body.length() > GZIP_FROM && "application/json".equals(type)) {
            http.header("Content-Encoding", "gzip");
            return http.method(request.method(), RequestBody.create(gzip(body), media))
                    .build();
        }
        return http.method(request.method(), new Streamed(body, media)).build();
    }

    private static byte[] gzip(Body body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes);
                InputStream in = body.open()) {
            byte[] part = new byte[8192];
            for (int n = in.read(part); n >= 0; n = in.read(part)) {
                out.write(part, 0, n);
            }
        }
        return bytes.toByteArray();
    }

    private static Map<String, String> headers(okhttp3.Response response) {
        Map<String, String> headers = new HashMap<>();
        for (int i = response.headers().size() - 1; i >= 0; i--) {
            headers.put(
                    response.headers().name(i).toLowerCase(Locale.ROOT),
                    response.headers().value(i));
        }
        return headers;
    }

    private static String text(okhttp3.Response response) throws IOException {
        okio.BufferedSource source = response.body().source();
        if (source.request(LARGEST_ANSWER + 1)) {
            throw new IOException("the answer is too long");
        }
        return source.readString(StandardCharsets.UTF_8);
    }

    private static boolean isLoopback(URI uri) {
        String host = uri.getHost();
        return "127.0.0.1".equals(host) || "localhost".equals(host) || "10.0.2.2".equals(host);
    }

    private static final class Streamed extends RequestBody {
        private final Body body;
        private final @Nullable MediaType media;

        Streamed(Body body, @Nullable MediaType media) {
            this.body = body;
            this.media = media;
        }

        @Override
        public @Nullable MediaType contentType() {
            return media;
        }

        @Override
        public long contentLength() {
            return body.length();
        }

        @Override
        public void writeTo(BufferedSink sink) throws IOException {
            try (Source source = Okio.source(body.open())) {
                sink.writeAll(source);
            }
        }
    }
}

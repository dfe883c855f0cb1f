package vn.sothon.server.sync.attachments;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.TestPhone;
import vn.sothon.server.app.RunningServer;

/** One phone's view of the attachments of one server, call by call. */
final class TusWire {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    final URI server;
    final String token;

    TusWire(RunningServer server, TestPhone phone) {
        this.server = server.address();
        this.token = phone.token();
    }

    static byte[] jpeg(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        bytes[0] = (byte) 0xff;
        bytes[1] = (byte) 0xd8;
        bytes[2] = (byte) 0xff;
        return bytes;
    }

    static String metadata(String sha256) {
        return "filename "
                + Base64.getEncoder().encodeToString("a.jpg".getBytes(StandardCharsets.UTF_8))
                + ",sha256 "
                + Base64.getEncoder().encodeToString(sha256.getBytes(StandardCharsets.UTF_8));
    }

    /** A call with the headers every call has; {@code more} comes in pairs of name and value. */
    HttpResponse<String> call(String method, String path, byte @Nullable [] body, String... more) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body))
                .timeout(Duration.ofSeconds(30))
                .setHeader("Tus-Resumable", "1.0.0")
                .setHeader("Authorization", "Bearer " + token);
        for (int i = 0; i < more.length; i += 2) {
            request.setHeader(more[i], more[i + 1]);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> announce(String sha256, long length) {
        return call(
                "POST",
                "/api/v1/attachments",
                null,
                "Upload-Length",
                String.valueOf(length),
                "Upload-Metadata",
                metadata(sha256));
    }

    /** Announces the file and gives its address. */
    String announced(byte[] file) {
        HttpResponse<String> made = announce(Seals.sha256(file), file.length);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return made.headers().firstValue("Location").orElseThrow();
    }

    HttpResponse<String> patch(String address, long offset, byte[] bytes, String... more) {
        String[] headers = Arrays.copyOf(
                new String[] {"Content-Type", "application/offset+octet-stream", "Upload-Offset", String.valueOf(offset)
                },
                4 + more.length);
        System.arraycopy(more, 0, headers, 4, more.length);
        return call("PATCH", address, bytes, headers);
    }

    long offset(String address) {
        HttpResponse<String> head = call("HEAD", address, null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Cache-Control")).contains("no-store");
        return Long.parseLong(head.headers().firstValue("Upload-Offset").orElseThrow());
    }

    /** Begins a PATCH by hand and sends only these bytes of it. */
    Socket begin(String address, long offset, long contentLength, byte[] some) throws IOException {
        Socket socket = new Socket(server.getHost(), server.getPort());
        String head = "PATCH " + address + " HTTP/1.1\r\nHost: phone\r\nTus-Resumable: 1.0.0\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: " + offset
                + "\r\nContent-Length: " + contentLength + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(some);
        socket.getOutputStream().flush();
        return socket;
    }
}

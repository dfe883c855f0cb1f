package vn.sothon.app.data.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import vn.sothon.client.sync.Transport;
import vn.sothon.model.sync.Seals;

@RunWith(RobolectricTestRunner.class)
public class OkHttpTransportTest {
    private static final char[] PASSWORD = "secret".toCharArray();

    private final MockWebServer server = new MockWebServer();
    private final OkHttpTransport transport = new OkHttpTransport(() -> null, true);

    @Before
    public void start() throws IOException {
        server.start();
    }

    @After
    public void stop() {
        server.close();
    }

    @Test
    public void send_whenTheAnswerIsCompressed_readsIt() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .addHeader("Content-Encoding", "gzip")
                .body(new Buffer().write(gzip("{\"đ\":1}")))
                .build());
        assertThat(transport.send(get()).body()).isEqualTo("{\"đ\":1}");
        assertThat(server.takeRequest().getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    public void send_whenThePushIsLong_compressesItOnce() throws Exception {
        server.enqueue(new MockResponse.Builder().code(200).build());
        String json = "{\"items\":\"" + "đ".repeat(5000) + "\"}";
        transport.send(new Transport.Request(
                "POST",
                at("/x"),
                Map.of("Content-Type", "application/json"),
                Transport.Body.of(json.getBytes(StandardCharsets.UTF_8))));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getHeaders().get("Content-Encoding")).isEqualTo("gzip");
        assertThat(request.getBody().size()).isLessThan(500);
        try (InputStream in =
                new GZIPInputStream(new Buffer().write(request.getBody()).inputStream())) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(json);
        }
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    public void send_whenAPhotoGoesOn_streamsTheRestWithItsLength() throws Exception {
        server.enqueue(new MockResponse.Builder().code(204).build());
        transport.send(new Transport.Request(
                "PATCH",
                at("/x"),
                Map.of("Content-Type", "application/offset+octet-stream", "Upload-Offset", "7"),
                Transport.Body.of(new byte[4000])));
        RecordedRequest request = server.takeRequest();
        assertThat(request.getMethod()).isEqualTo("PATCH");
        assertThat(request.getHeaders().get("Content-Length")).isEqualTo("4000");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/offset+octet-stream");
        assertThat(request.getHeaders().get("Content-Encoding")).isNull();
    }

    @Test
    public void send_whenAPortalRedirects_staysWhereItIs() throws Exception {
        server.enqueue(new MockResponse.Builder()
                .code(302)
                .addHeader("Location", at("/portal").toString())
                .build());
        assertThat(transport.send(get()).status()).isEqualTo(302);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    public void send_whenTheLineIsCutInTheMiddle_isNoAnswerAndIsNotRepeated() {
        server.enqueue(new MockResponse.Builder()
                .body("x".repeat(100_000))
                .onResponseBody(SocketEffect.ShutdownConnection.INSTANCE)
                .build());
        assertThatThrownBy(() -> transport.send(get())).isInstanceOf(IOException.class);
        assertThat(server.getRequestCount()).isEqualTo(1);
    }

    @Test
    public void send_whenInClear_goesToThisMachineAloneAndOnlyForDevelopers() {
        assertThatThrownBy(() -> new OkHttpTransport(() -> null, false).send(get()))
                .isInstanceOf(IOException.class)
                .hasMessage("never in clear");
        assertThatThrownBy(() -> transport.send(
                        new Transport.Request("GET", URI.create("http://server.invalid/"), Map.of(), null)))
                .hasMessage("never in clear");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    public void send_whenTheCertificateIsTheOneOfTheQr_trustsItWithoutAName() throws Exception {
        KeyStore keys = ownCertificate();
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        try (MockWebServer tls = new MockWebServer()) {
            tls.useHttps(context.getSocketFactory());
            tls.start();
            tls.enqueue(new MockResponse.Builder().code(200).build());
            URI address = URI.create("https://127.0.0.1:" + tls.getPort() + "/");
            Transport.Request request = new Transport.Request("GET", address, Map.of(), null);
            String sha256 = Seals.sha256(keys.getCertificate("own").getEncoded());

            assertThat(new OkHttpTransport(() -> sha256, false).send(request).status())
                    .isEqualTo(200);
            assertThatThrownBy(() -> new OkHttpTransport(() -> "00".repeat(32), false).send(request))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> new OkHttpTransport(() -> null, false).send(request))
                    .isInstanceOf(IOException.class);
        }
    }

    private static KeyStore ownCertificate() throws Exception {
        Path store = Files.createTempDirectory("tls").resolve("own.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        store.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-alias",
                        "own",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=sothon")
                .inheritIO()
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private Transport.Request get() {
        return new Transport.Request("GET", at("/x"), Map.of(), null);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getPort() + path);
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}

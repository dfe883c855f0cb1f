package vn.sothon.phones.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.client.sync.Transport;
import vn.sothon.model.sync.Seals;

class JdkTransportTest {
    private static final char[] PASSWORD = "secret".toCharArray();

    @TempDir
    private Path folder = Path.of("");

    private final HttpServer server = HttpServer.create();

    JdkTransportTest() throws IOException {
        server.bind(loopback(), 0);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void send_whenTheAnswerIsCompressed_reads_it() throws Exception {
        answer(200, "gzip", gzip("{\"đ\":1}"));
        Transport.Response response = JdkTransport.open().send(get("http", server));
        assertThat(response.body()).isEqualTo("{\"đ\":1}");
    }

    @Test
    void send_whenRedirected_staysWhereItIs() throws Exception {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://portal.invalid/");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
        assertThat(JdkTransport.open().send(get("http", server)).status()).isEqualTo(302);
    }

    @Test
    void send_whenTheLineIsCutInTheMiddle_isNoAnswer() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write(new byte[10]);
            exchange.close();
        });
        server.start();
        assertThatThrownBy(() -> JdkTransport.open().send(get("http", server))).isInstanceOf(IOException.class);
    }

    @Test
    void send_whenTheCertificateIsTheOneOfTheQr_trustsItWithoutAName() throws Exception {
        KeyStore keys = ownCertificate();
        HttpsServer tls = HttpsServer.create(loopback(), 0);
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        tls.setHttpsConfigurator(new HttpsConfigurator(context));
        tls.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        tls.start();
        try {
            String sha256 = Seals.sha256(keys.getCertificate("own").getEncoded());
            assertThat(JdkTransport.pinned(sha256).send(get("https", tls)).status())
                    .isEqualTo(200);
            assertThatThrownBy(() -> JdkTransport.pinned("00".repeat(32)).send(get("https", tls)))
                    .isInstanceOf(IOException.class);
            assertThatThrownBy(() -> JdkTransport.open().send(get("https", tls)))
                    .isInstanceOf(IOException.class);
        } finally {
            tls.stop(0);
        }
    }

    private KeyStore ownCertificate() throws Exception {
        Path store = folder.resolve("own.p12");
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
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    private void answer(int status, String encoding, byte[] body) {
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", encoding);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static Transport.Request get(String scheme, HttpServer server) {
        URI uri = URI.create(scheme + "://127.0.0.1:" + server.getAddress().getPort() + "/x");
        return new Transport.Request("GET", uri, Map.of(), null);
    }

    private static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }
}

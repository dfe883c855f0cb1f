package vn.sothon.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.json.Json;
import vn.sothon.model.tls.PinnedCertificate;
import vn.sothon.server.platform.http.ServerName;

class TlsIT {
    private static final int SQUARE = 4;

    @TempDir
    Path folder;

    @Test
    void serve_withTls_isReachedByItsPinnedCertificateAfterARestartToo() throws Exception {
        String first;
        try (RunningServer server = start()) {
            first = String.valueOf(server.certSha256());
            assertThat(server.address().getScheme()).isEqualTo("https");
            assertThat(meta(server, first)).isEqualTo(200);
        }
        try (RunningServer server = start()) {
            assertThat(server.certSha256()).isEqualTo(first).hasSize(64);
            assertThat(meta(server, first)).isEqualTo(200);
        }
    }

    @Test
    void code_whileServingTls_showsAQrThatNamesServerAndCertificate() throws Exception {
        try (RunningServer server = start()) {
            StringWriter out = new StringWriter();
            PrintWriter printer = new PrintWriter(out, true);
            String data = folder.toString();
            assertThat(SothonCommand.run(
                            printer,
                            printer,
                            "person",
                            "add",
                            "A",
                            "--role",
                            "administrator",
                            "--area",
                            "VN",
                            "--data",
                            data))
                    .isZero();
            out.getBuffer().setLength(0);
            assertThat(SothonCommand.run(printer, printer, "code", "A", "--screen", "--data", data))
                    .isZero();

            List<String> lines = out.toString().lines().toList();
            JsonNode invitation = Json.tolerant(read(lines.subList(4, lines.size())), JsonNode.class);
            assertThat(invitation.path("server").asText())
                    .isEqualTo(server.address().toString());
            assertThat(invitation.path("certSha256").asText()).isEqualTo(server.certSha256());
            assertThat(invitation.path("serverId").asText())
                    .isEqualTo(server.bean(ServerName.class).serverId().toString());
            assertThat(invitation.path("code").asText()).isEqualTo(lines.get(0));
        }
    }

    private RunningServer start() throws Exception {
        return RunningServer.start(new ServerSettings(folder, null, null, null, "127.0.0.1", 0, true));
    }

    private static int meta(RunningServer server, String sha256) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .sslContext(PinnedCertificate.context(sha256))
                .build();
        HttpRequest request =
                HttpRequest.newBuilder(server.address().resolve("/api/v1/meta")).build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** Reads what was drawn, as a camera would. */
    private static String read(List<String> drawn) throws Exception {
        int width = drawn.get(0).length();
        int height = drawn.size() * 2;
        int[] pixels = new int[width * SQUARE * height * SQUARE];
        for (int y = 0; y < height * SQUARE; y++) {
            for (int x = 0; x < width * SQUARE; x++) {
                int row = y / SQUARE;
                char c = drawn.get(row / 2).charAt(x / SQUARE);
                boolean light = c == '\u2588' || c == (row % 2 == 0 ? '\u2580' : '\u2584');
                pixels[y * width * SQUARE + x] = light ? 0xffffff : 0;
            }
        }
        BinaryBitmap bitmap =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width * SQUARE, height * SQUARE, pixels)));
        return new QRCodeReader()
                .decode(bitmap, Map.of(DecodeHintType.CHARACTER_SET, "UTF-8", DecodeHintType.PURE_BARCODE, true))
                .getText();
    }
}

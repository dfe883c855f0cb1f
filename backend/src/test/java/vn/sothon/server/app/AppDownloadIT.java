package vn.sothon.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.sync.Seals;

/** The app's file is handed out to a phone's browser, with a page in Vietnamese first. */
class AppDownloadIT {
    @TempDir
    Path folder;

    @Test
    void app_whereTheServerHasIt_isExplainedAndHandedOut() throws Exception {
        byte[] app = new byte[100_000];
        Path apk = Files.write(folder.resolve("some.apk"), app);
        ServerSettings settings =
                new ServerSettings(folder.resolve("data"), null, null, null, "127.0.0.1", 0, false).withApk(apk);
        try (RunningServer server = RunningServer.start(settings)) {
            HttpResponse<byte[]> page = get(server.address().resolve("/app"));
            HttpResponse<byte[]> file = get(server.address().resolve("/app/sothon.apk"));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
            assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(new String(page.body(), StandardCharsets.UTF_8))
                    .contains("lang=\"vi\"", "href=\"/app/sothon.apk\"", "0.1 MB", Seals.sha256(app));
            assertThat(file.body()).isEqualTo(app);
            assertThat(file.headers().firstValue("Content-Type")).hasValue(AppDownload.APK);
            assertThat(file.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                    .startsWith("attachment");
        }
    }

    @Test
    void app_whereTheServerHasNone_isNotThere() throws Exception {
        ServerSettings settings = new ServerSettings(folder, null, null, null, "127.0.0.1", 0, false);
        try (RunningServer server = RunningServer.start(settings)) {
            assertThat(get(server.address().resolve("/app")).statusCode()).isEqualTo(404);
        }
    }

    @Test
    void serve_whenTheAppsFileIsMissing_saysSoAndDoesNotStart() {
        StringWriter err = new StringWriter();
        int exit = SothonCommand.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(err, true),
                "serve",
                "--apk",
                folder.resolve("none.apk").toString(),
                "--data",
                folder.resolve("data").toString());

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString()).startsWith("There is no app to hand out at");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    private static HttpResponse<byte[]> get(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}

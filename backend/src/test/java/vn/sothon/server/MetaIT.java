package vn.sothon.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.json.Json;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Meta;
import vn.sothon.server.app.RunningServer;

class MetaIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void meta_whenServerStartsAgain_namesTheSameServer(Engine engine) throws Exception {
        var settings = engine.settings(folder);
        Meta first;
        try (RunningServer server = RunningServer.start(settings)) {
            first = meta(server);
        }
        try (RunningServer server = RunningServer.start(settings)) {
            assertThat(meta(server).serverId()).isEqualTo(first.serverId());
        }
        assertThat(first.forms()).hasSameSizeAs(RecordKind.values());
        assertThat(folder.resolve("sothon.db-wal")).doesNotExist();
    }

    @Test
    void openapi_whenAsked_describesEveryCallOfTheWire() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder)) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(server.address().resolve("/openapi.yml"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body())
                    .contains("/api/v1/meta", "/api/v1/devices/enrol", "/api/v1/devices/me/push-token")
                    .contains("/api/v1/sync/push", "/api/v1/sync/pull", "/api/v1/sync/digest", "/api/v1/attachments")
                    .contains("/api/v1/plans/{planId}/progress", "/api/v1/plans/{planId}/targets")
                    .contains(
                            "/api/v1/plans/{planId}/results",
                            "/api/v1/reporting-duties",
                            "/api/v1/plans/{planId}/tasks");
        }
    }

    private Meta meta(RunningServer server) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(server.address().resolve("/api/v1/meta")).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return Json.tolerant(answer.body(), Meta.class);
    }
}

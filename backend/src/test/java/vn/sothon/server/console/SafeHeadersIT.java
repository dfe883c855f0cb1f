package vn.sothon.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Engine;
import vn.sothon.server.TestPhone;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.console.session.Browser;

/** Headers of every kind of answer: pages, files, the API, refusals, what is not there. */
class SafeHeadersIT {
    @TempDir
    Path folder;

    @Test
    void everyAnswer_tellsBrowsersToGuessFrameAndKeepNothing() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder)) {
            ConsoleWorld world = new ConsoleWorld(server);
            Browser leader = world.as(ActingRole.COMMUNE_LEADER);
            TestPhone phone = TestPhone.on(server);
            Map<String, HttpHeaders> answers = new LinkedHashMap<>();
            for (String path : new String[] {
                "/api/v1/meta", "/api/v1/sync/pull", "/api/v1/none", "/none", "/openapi.yml", "/health"
            }) {
                answers.put(path, call(server, path));
            }
            answers.put("pull", call(server, "/api/v1/sync/pull", "Authorization", "Bearer " + phone.token()));
            for (String path : new String[] {
                "/", "/sign-in", "/records", "/records/" + world.record(), "/records/" + world.foreignRecord(), "/none"
            }) {
                answers.put("page " + path, leader.get(path).response().headers());
            }
            leader.confirm();
            Browser.Page export = leader.submit(leader.get("/records"), "form[action=/records/export]", Map.of());
            answers.put("export", export.response().headers());

            answers.forEach((what, headers) -> {
                assertThat(headers.allValues("X-Content-Type-Options")).as(what).containsExactly("nosniff");
                assertThat(headers.allValues("X-Frame-Options")).as(what).containsExactly("DENY");
                assertThat(headers.allValues("Content-Security-Policy"))
                        .as(what)
                        .hasSize(1)
                        .allMatch(policy ->
                                policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
                assertThat(headers.allValues("Referrer-Policy")).as(what).hasSize(1);
                boolean personal = what.startsWith("page ") || what.equals("pull") || what.equals("export");
                assertThat(headers.firstValue("Cache-Control").orElse(""))
                        .as(what)
                        .isEqualTo(
                                personal || what.startsWith("/api/")
                                        ? "no-store"
                                        : headers.firstValue("Cache-Control").orElse(""));
            });
        }
    }

    private static HttpHeaders call(RunningServer server, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.address().resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return HttpClient.newHttpClient()
                .send(request.build(), HttpResponse.BodyHandlers.discarding())
                .headers();
    }
}

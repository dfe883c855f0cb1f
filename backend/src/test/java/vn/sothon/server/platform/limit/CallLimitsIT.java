package vn.sothon.server.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.Phone;
import vn.sothon.server.TestPhone;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.console.ConsoleWorld;
import vn.sothon.server.console.session.Browser;
import vn.sothon.server.org.Person;

/** Limits as callers meet them; small ones, so that few calls show it. */
class CallLimitsIT {
    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<String> set = new ArrayList<>();

    @AfterEach
    void asBefore() {
        set.forEach(System::clearProperty);
    }

    private RunningServer server(String... settings) {
        for (int i = 0; i < settings.length; i += 2) {
            System.setProperty(settings[i], settings[i + 1]);
            set.add(settings[i]);
        }
        return Engine.SQLITE.start(folder);
    }

    private HttpResponse<String> call(URI uri, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private int pull(RunningServer server, String token, String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + token));
        all.addAll(List.of(headers));
        return call(server.address().resolve("/api/v1/sync/pull"), all.toArray(String[]::new))
                .statusCode();
    }

    @Test
    void aDevice_whichCallsWithoutEnd_isToldWhenToComeBackAndOthersAreServed() throws Exception {
        try (RunningServer server = server("sothon.limits.device", "5+1/min")) {
            TestPhone mad = TestPhone.on(server);
            TestPhone other = TestPhone.on(server);
            for (int i = 0; i < 5; i++) {
                assertThat(pull(server, mad.token())).isEqualTo(200);
            }

            HttpResponse<String> refused =
                    call(server.address().resolve("/api/v1/sync/pull"), "Authorization", "Bearer " + mad.token());

            assertThat(refused.statusCode()).isEqualTo(429);
            assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(refused.body()).contains("\"code\":\"TOO_MANY_CALLS\"").contains("\"serverId\"");
            assertThat(Integer.parseInt(
                            refused.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 65);
            assertThat(pull(server, other.token())).isEqualTo(200);
        }
    }

    @Test
    void anAddress_fromWhichTokensAreTried_waitsWhileAKnownPhoneBehindItIsServed() throws Exception {
        try (RunningServer server = server("sothon.limits.nameless", "5+1/min")) {
            TestPhone known = TestPhone.on(server);
            for (int i = 0; i < 5; i++) {
                assertThat(pull(server, "guess " + i)).isEqualTo(401);
            }

            assertThat(pull(server, "guess")).isEqualTo(429);
            assertThat(call(server.address().resolve("/api/v1/meta")).statusCode())
                    .isEqualTo(429);
            assertThat(new Phone(server).tryEnrol("AAAAAAAAAA").statusCode()).isEqualTo(429);
            assertThat(pull(server, known.token())).isEqualTo(200);
        }
    }

    @Test
    void anAddress_withAllItsPhones_hasAShareToo() throws Exception {
        try (RunningServer server = server("sothon.limits.address", "5+1/min")) {
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                answers.add(pull(server, TestPhone.on(server).token()));
            }

            assertThat(answers).containsExactly(200, 200, 200, 200, 200, 429);
        }
    }

    @Test
    void aProxy_thatIsTrusted_handsOnWhereTheCallComesFrom() throws Exception {
        try (RunningServer server = server("sothon.limits.nameless", "2+1/min", "sothon.proxies", "127.0.0.0/8")) {
            String header = "X-Forwarded-For";
            for (int i = 0; i < 2; i++) {
                assertThat(pull(server, "guess", header, "192.0.2.1")).isEqualTo(401);
            }

            assertThat(pull(server, "guess", header, "192.0.2.1")).isEqualTo(429);
            assertThat(pull(server, "guess", header, "192.0.2.2")).isEqualTo(401);
            // Whoever writes a header of his own before the proxy adds its word gains nothing by it.
            assertThat(pull(server, "guess", header, "198.51.100.7, 192.0.2.1")).isEqualTo(429);
            assertThat(pull(server, "guess", header, "192.0.2.1, 127.0.0.9")).isEqualTo(429);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "X-Real-IP"})
    void aCaller_whoNamesAnotherAddressHimself_isNotBelieved(String header) throws Exception {
        try (RunningServer server = server("sothon.limits.nameless", "2+1/min")) {
            assertThat(pull(server, "guess", header, "192.0.2.1")).isEqualTo(401);
            assertThat(pull(server, "guess", header, "192.0.2.2")).isEqualTo(401);
            assertThat(pull(server, "guess", header, "192.0.2.3")).isEqualTo(429);
        }
    }

    @Test
    void aPerson_whoTurnsPagesWithoutEnd_waitsInEverySessionAndOthersDoNot() throws Exception {
        try (RunningServer server = server("sothon.limits.pages", "12+1/min")) {
            Person leader = leader(server, "Lãnh đạo một");
            Browser one = Browser.of(server, leader, "lanh.dao.1");
            for (int i = 0; i < 12; i++) {
                one.get("/account");
            }
            Browser again = new Browser(server);
            again.signIn("lanh.dao.1");

            Browser.Page refused = again.get("/records");

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
            assertThat(refused.html().select("h1").text()).isNotEmpty();
            Browser other = Browser.of(server, leader(server, "Lãnh đạo hai"), "lanh.dao.2");
            assertThat(other.get("/records").status()).isEqualTo(200);
        }
    }

    @Test
    void exports_haveASmallShareOfTheirOwn() throws Exception {
        try (RunningServer server = server("sothon.limits.heavy", "20+1/min")) {
            Browser browser = new ConsoleWorld(server).as(ActingRole.CREDIT_OFFICER);
            browser.confirm();
            for (int i = 0; i < 20; i++) {
                assertThat(export(browser).status()).isEqualTo(200);
            }

            assertThat(export(browser).status()).isEqualTo(429);
            assertThat(browser.get("/records").status()).isEqualTo(200);
        }
    }

    private static Browser.Page export(Browser browser) {
        return browser.submit(browser.get("/records"), "form[action=/records/export]", Map.of());
    }

    private static Person leader(RunningServer server, String name) {
        return new Commune(server).person(name, Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));
    }
}

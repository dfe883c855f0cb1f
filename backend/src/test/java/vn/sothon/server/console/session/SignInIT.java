package vn.sothon.server.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.TestClock;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.console.session.Browser.Page;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.clock.ServerClock;

class SignInIT {
    @TempDir
    static Path folder;

    @RegisterExtension
    static final Servers servers = new Servers();

    private static Person leader(Engine engine, String name) {
        return new Commune(servers.on(engine))
                .person(name, Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLeader_withAPasswordSetByLink_isSignedInAndSeesHisSections(Engine engine) {
        Browser browser = Browser.of(servers.on(engine), leader(engine, "Trần Thị Lãnh Đạo"), "lanh.dao");

        Page home = browser.get("/");

        assertThat(home.status()).isEqualTo(200);
        assertThat(home.html().select("nav.side a").eachAttr("href")).contains("/records", "/plans", "/people");
        assertThat(home.html().select("nav.side a").eachAttr("href")).doesNotContain("/areas");
        assertThat(home.text()).contains("Trần Thị Lãnh Đạo").contains("Lãnh đạo UBND xã");
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void aLink_usedOnce_isOfNoUseAgain(Engine engine) {
        RunningServer server = servers.on(engine);
        Person person = leader(engine, "Người dùng một lần");
        Accounts accounts = server.bean(Accounts.class);
        accounts.open(person.id(), "mot.lan");
        String link = accounts.passwordLink(person.id());
        Browser browser = new Browser(server);
        Page welcome = browser.get(link);

        Page first = browser.submit(
                welcome, "form[method=post]", Map.of("password", Browser.PASSWORD, "again", Browser.PASSWORD));
        Page second = browser.submit(
                welcome, "form[method=post]", Map.of("password", "another password", "again", "another password"));

        assertThat(first.path()).startsWith("/sign-in?done=");
        assertThat(second.status()).isEqualTo(404);
        assertThat(browser.signIn("mot.lan").path()).isEqualTo("/");
    }

    @Test
    void aPassword_thatIsShortEasyOrMistyped_isRefusedAtItsField() {
        RunningServer server = servers.on(Engine.SQLITE);
        Person person = leader(Engine.SQLITE, "Người đặt mật khẩu");
        server.bean(Accounts.class).open(person.id(), "dat.mat.khau");
        Browser browser = new Browser(server);
        Page welcome = browser.get(server.bean(Accounts.class).passwordLink(person.id()));

        assertThat(set(browser, welcome, "short", "short").faultAt("password")).contains("10");
        assertThat(set(browser, welcome, "dat.mat.khau1", "dat.mat.khau1").faultAt("password"))
                .contains("dễ đoán");
        Page differs = set(browser, welcome, Browser.PASSWORD, "something else");
        assertThat(differs.status()).isEqualTo(422);
        assertThat(differs.faultAt("again")).isNotEmpty();
        assertThat(differs.html().select("input[name=password]").attr("value")).isEmpty();
    }

    private static Page set(Browser browser, Page welcome, String password, String again) {
        return browser.submit(welcome, "form[method=post]", Map.of("password", password, "again", again));
    }

    @Test
    void aWrongPassword_andAnUnknownName_areAnsweredAlike() {
        RunningServer server = servers.on(Engine.SQLITE);
        Browser.of(server, leader(Engine.SQLITE, "Người có thật"), "nguoi.co.that");
        Browser stranger = new Browser(server);

        Page known = attempt(stranger, "nguoi.co.that", "wrong password");
        Page unknown = attempt(stranger, "khong.co.ai", "wrong password");

        assertThat(known.status()).isEqualTo(422);
        assertThat(known.faultAt("password"))
                .isEqualTo(unknown.faultAt("password"))
                .isNotEmpty();
    }

    private static Page attempt(Browser browser, String userName, String password) {
        return browser.submit(
                browser.get("/sign-in"), "form[action=/sign-in]", Map.of("userName", userName, "password", password));
    }

    @ParameterizedTest
    @EnumSource(Engine.class)
    void theFirstAdministrator_comesThroughTheTerminalsLinkAndNeedsACode(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("first-" + engine))) {
            FirstAdministrator first = server.bean(FirstAdministrator.class);
            String stale = first.link();
            String link = first.link();
            Browser browser = new Browser(server);
            assertThat(browser.get(stale).status()).isEqualTo(404);

            Page after = browser.submit(
                    browser.get(link),
                    "form[method=post]",
                    Map.of(
                            "name",
                            "Quản Trị",
                            "userName",
                            "quan.tri",
                            "password",
                            Browser.PASSWORD,
                            "again",
                            Browser.PASSWORD));
            assertThat(after.path()).startsWith("/sign-in");
            assertThat(first.isWanted()).isFalse();
            assertThat(browser.get(link).status()).isEqualTo(404);

            Page half = attempt(browser, "quan.tri", Browser.PASSWORD);
            String secret = half.html().getElementById("secret").text();
            assertThat(browser.get("/account").path()).startsWith("/sign-in?to=");
            Page wrong = browser.submit(half, "form[action=/sign-in/code]", Map.of("code", "000000"));
            assertThat(wrong.faultAt("code")).isNotEmpty();
            Page in = browser.code(wrong, secret);
            assertThat(in.path()).isEqualTo("/");

            Browser again = new Browser(server);
            Page asked = attempt(again, "quan.tri", Browser.PASSWORD);
            assertThat(asked.html().getElementById("secret")).isNull();
            // The code that was just used is not taken a second time.
            assertThat(again.code(asked, secret).faultAt("code")).isNotEmpty();
        }
    }

    @Test
    void aForm_withoutItsToken_orFromElsewhere_isRefused() {
        Browser browser = Browser.of(servers.on(Engine.SQLITE), leader(Engine.SQLITE, "Người gửi"), "nguoi.gui");
        String csrf = browser.get("/account").html().select("input[name=csrf]").attr("value");

        assertThat(browser.post("/sign-out", Map.of()).status()).isEqualTo(403);
        assertThat(browser.post("/sign-out", Map.of("csrf", "0".repeat(64))).status())
                .isEqualTo(403);
        assertThat(browser.post("/sign-out", Map.of("csrf", csrf), "Origin", "https://elsewhere.example")
                        .status())
                .isEqualTo(403);
        assertThat(browser.post("/sign-out", Map.of("csrf", csrf), "Sec-Fetch-Site", "cross-site")
                        .status())
                .isEqualTo(403);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        assertThat(browser.post("/sign-out", Map.of("csrf", csrf)).path()).startsWith("/sign-in");
        assertThat(browser.get("/account").path()).startsWith("/sign-in");
    }

    @Test
    void somebody_whoTriesFiveTimes_waits_andOthersDoNot() {
        RunningServer server = servers.on(Engine.SQLITE);
        Browser.of(server, leader(Engine.SQLITE, "Bị thử nhiều"), "bi.thu.nhieu");
        Browser.of(server, leader(Engine.SQLITE, "Người khác"), "nguoi.khac");
        Browser guesser = new Browser(server);
        for (int i = 0; i < SignInThrottle.FREE_OF_PAIR; i++) {
            attempt(guesser, "bi.thu.nhieu", "guess " + i);
        }

        Page paused = attempt(guesser, "bi.thu.nhieu", Browser.PASSWORD);

        assertThat(paused.faultAt("password")).contains("chờ");
        assertThat(guesser.signIn("nguoi.khac").path()).isEqualTo("/");
    }

    @Test
    void aSession_endsWhenItIdlesAndWhenThePasswordChanges() throws Exception {
        try (RunningServer server = Engine.SQLITE.start(folder.resolve("idle"))) {
            TestClock clock = new TestClock(Instant.now());
            server.bean(ServerClock.class).use(clock);
            Person person =
                    new Commune(server).person("A", Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));
            Browser browser = Browser.of(server, person, "a.leader");
            clock.forward(Sessions.IDLE.minusMinutes(1));
            assertThat(browser.get("/account").path()).isEqualTo("/account");
            clock.forward(Sessions.IDLE.plusMinutes(1));
            assertThat(browser.get("/account").path()).startsWith("/sign-in");

            browser.signIn("a.leader");
            server.bean(Accounts.class).setPassword(person.id(), "another long password");
            assertThat(browser.get("/account").path()).startsWith("/sign-in");
        }
    }

    @Test
    void aLeader_whoseGrantEnds_seesNothingMore() {
        RunningServer server = servers.on(Engine.SQLITE);
        Person person = leader(Engine.SQLITE, "Người thôi việc");
        Browser browser = Browser.of(server, person, "thoi.viec");

        server.bean(PeopleService.class)
                .end(
                        person.id(),
                        person.held().get(0).id(),
                        server.bean(ServerClock.class).today().minusDays(1));

        assertThat(browser.get("/account").path()).startsWith("/sign-in");
    }

    @Test
    void whereToGoNext_isNeverAnotherSite() {
        Browser browser = Browser.of(servers.on(Engine.SQLITE), leader(Engine.SQLITE, "Người đi"), "nguoi.di");
        browser.submit(browser.get("/"), "form[action=/sign-out]", Map.of());

        Page after = browser.submit(
                browser.get("/sign-in?to=//elsewhere.example/x"),
                "form[action=/sign-in]",
                Map.of("userName", "nguoi.di", "password", Browser.PASSWORD));

        assertThat(after.path()).isEqualTo("/");
    }

    @Test
    void somebodyInTwoRoles_seesOneAtATime() {
        RunningServer server = servers.on(Engine.SQLITE);
        Person person = new Commune(server)
                .person(
                        "Hai Vai",
                        Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null),
                        Commune.grant(ActingRole.ADMINISTRATOR, Commune.CODE, null));
        Browser browser = Browser.of(server, person, "hai.vai");
        assertThat(browser.get("/").html().select("nav.side a").eachAttr("href"))
                .contains("/records")
                .doesNotContain("/areas");

        Page home = browser.get("/");
        String other = home.html().select("button[name=grant]").attr("value");
        browser.submit(home, "form[action=/account/role]", Map.of("grant", other));

        assertThat(browser.get("/").html().select("nav.side a").eachAttr("href"))
                .contains("/areas")
                .doesNotContain("/records");
    }

    @Test
    void aPage_isGuardedByItsHeaders() {
        Browser browser = new Browser(servers.on(Engine.SQLITE));

        Page page = browser.get("/sign-in");

        assertThat(page.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe"));
        assertThat(page.response().headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.response().headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.response().headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(
                        cookie -> assertThat(cookie).contains("HTTPOnly").contains("SameSite=Strict"));
        assertThat(page.html().select("script:not([src]), style, [style], [onclick]"))
                .isEmpty();
    }

    @Test
    void missingPages_areAPageForBrowsersAndAProblemForPrograms() {
        Browser browser = new Browser(servers.on(Engine.SQLITE));

        assertThat(browser.get("/no-such-page").html().select("h1")).hasSize(1);
        assertThat(browser.get("/api/v1/no-such-thing").response().headers().firstValue("Content-Type"))
                .contains("application/problem+json");
    }

    @Test
    void english_isOneClickAway() {
        Browser browser = new Browser(servers.on(Engine.SQLITE));
        assertThat(browser.get("/sign-in").html().select("h1").text()).isEqualTo("Đăng nhập");

        Page page = browser.get("/language/en?to=/sign-in");

        assertThat(page.html().select("h1").text()).isEqualTo("Sign in");
        assertThat(page.html().select("html").attr("lang")).isEqualTo("en");
    }
}

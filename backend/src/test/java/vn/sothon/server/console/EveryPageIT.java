package vn.sothon.server.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.session.Browser;
import vn.sothon.server.console.session.Browser.Page;

/** Walks all pages over HTTP in each role: what is there is whole, and what is not one's own is not there. */
class EveryPageIT {
    @TempDir
    static Path folder;

    private static RunningServer server;
    private static ConsoleWorld world;

    @BeforeAll
    static void begin() throws Exception {
        server = Engine.SQLITE.start(folder);
        world = new ConsoleWorld(server);
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    /** Every address of the console that shows something without more being asked. */
    static List<String> addresses(ConsoleWorld world, ActingRole role) {
        List<String> all = new ArrayList<>(List.of("/account", "/account/confirm"));
        Section.navigation(role).forEach(section -> all.add(section.path()));
        if (Section.RECORDS.opensFor(role) && role != ActingRole.ASSOCIATION_OFFICER) {
            all.add("/records/" + world.record());
            all.add("/records?finding=PARTIAL_MISUSE&search=lo&from=2020-01-01");
        }
        if (Section.PEOPLE.opensFor(role)) {
            all.add("/people/new");
            all.add("/people/codes");
            all.add("/people/" + world.head().id());
            all.add("/people?search=tri");
            all.add("/plans/upload");
        }
        if (Section.RESULTS.opensFor(role) && role != ActingRole.PROVINCE_VIEWER) {
            all.add("/plans/" + world.plan().id());
            all.add("/plans/" + world.plan().id() + "/tasks/" + world.plan().task("1.a"));
            all.add("/plans/reports");
            all.add("/results/tasks/" + world.plan().task("1.a"));
            all.add("/results/targets/" + world.plan().id() + "/"
                    + world.plan().targets().get(0));
        }
        if (Section.SETTINGS.opensFor(role)) {
            all.addAll(
                    List.of("/settings/checks", "/settings/hours", "/settings/rules", "/settings/rules/CHECKS_LATE"));
            all.add("/settings/rules/DEBT_AT_RISK");
        }
        if (role == ActingRole.COMMUNE_LEADER) {
            all.addAll(world.opened());
            all.add("/handover?from=" + world.head().id());
            all.add("/results/rights/" + world.plan().id());
            all.add("/plans/" + world.plan().id() + "/review?task=1.b");
        }
        if (role == ActingRole.ADMINISTRATOR) {
            all.add("/people/" + world.head().id() + "/account");
            all.add("/areas/" + Commune.SECOND + "/merge");
            all.add("/settings/firebase");
        }
        return all;
    }

    @ParameterizedTest
    @EnumSource(
            value = ActingRole.class,
            names = {"VILLAGE_HEAD", "GROUP_LEADER"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyPage_ofARole_isWhole(ActingRole role) {
        Browser browser = world.as(role);
        for (String address : addresses(world, role)) {
            Page page = browser.get(address);
            assertThat(page.status()).as(address).isEqualTo(200);
            isWhole(address, page.html());
            assertThat(page.text()).as(address).doesNotContain("Người xã khác").doesNotContain("Foreign village");
        }
        browser.get("/language/en?to=/");
        for (String address : addresses(world, role)) {
            isWhole(address + " in English", browser.get(address).html());
        }
        browser.get("/language/vi?to=/");
    }

    private static void isWhole(String address, Document html) {
        assertThat(html.select("h1")).as("headings of " + address).hasSize(1);
        assertThat(html.title()).as("title of " + address).endsWith("Sổ Thôn");
        assertThat(html.html()).as("texts of " + address).doesNotContain("??");
        assertThat(html.select("script:not([src]), style, [style], [onclick], [onchange]"))
                .as("inline things on " + address)
                .isEmpty();
        for (Element field : html.select("input:not([type=hidden]):not([hidden]), select, textarea")) {
            boolean labelled = field.hasAttr("aria-label")
                    || !field.parents().select("label").isEmpty()
                    || (!field.id().isEmpty()
                            && !html.select("label[for=" + field.id() + "]").isEmpty());
            assertThat(labelled).as("label of " + field + " on " + address).isTrue();
        }
        List<String> ids = html.select("[id]").eachAttr("id");
        assertThat(ids).as("ids of " + address).doesNotHaveDuplicates();
        for (Element form : html.select("form[method=post]")) {
            assertThat(form.select("input").first().attr("name"))
                    .as("first field of " + form + " on " + address)
                    .isEqualTo("csrf");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ActingRole.class,
            names = {"VILLAGE_HEAD", "GROUP_LEADER"},
            mode = EnumSource.Mode.EXCLUDE)
    void sections_ofOtherRoles_areRefused(ActingRole role) {
        for (Section section : Section.values()) {
            if (!section.icon().isEmpty() && !section.opensFor(role)) {
                assertThat(world.as(role).get(section.path()).status())
                        .as(role + " at " + section)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void nobody_whoIsNotSignedIn_seesAnything() {
        Browser stranger = new Browser(server);
        for (String address : addresses(world, ActingRole.COMMUNE_LEADER)) {
            assertThat(stranger.get(address).path()).as(address).startsWith("/sign-in");
        }
    }

    @Test
    void others_records_doNotExistAndTheAttemptIsLogged() {
        Browser leader = world.as(ActingRole.COMMUNE_LEADER);

        assertThat(leader.get("/records/" + world.foreignRecord()).status()).isEqualTo(404);
        assertThat(leader.get("/people/" + world.stranger().id()).status()).isEqualTo(404);
        assertThat(leader.get("/records/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(leader.get("/records/" + world.record() + "/files/" + "0".repeat(64))
                        .status())
                .isEqualTo(404);

        Page log = leader.get("/access-log");
        assertThat(log.text())
                .contains("Bị từ chối")
                .contains(world.foreignRecord().toString());
    }

    @Test
    void names_areNeverMarkup() {
        Browser leader = world.as(ActingRole.COMMUNE_LEADER);

        Page list = leader.get("/people?search=van");

        assertThat(list.text()).contains(ConsoleWorld.TRICKY_NAME);
        assertThat(list.html().select("td b, th b")).isEmpty();
        assertThat(leader.get("/people/" + world.head().id())
                        .html()
                        .select("h1")
                        .text())
                .isEqualTo(ConsoleWorld.TRICKY_NAME);
    }

    @Test
    void aRecord_isReadInWords() {
        Page page = world.as(ActingRole.COMMUNE_LEADER).get("/records/" + world.record());

        assertThat(page.text())
                .contains("Số tiền thực nhận")
                .contains("50.000.000")
                .contains("Sử dụng sai một phần")
                .contains("Bằng chứng trong nhật ký")
                .contains("6600000000000001");
    }

    @Test
    void theList_isNarrowedWithoutMarks() {
        Browser leader = world.as(ActingRole.COMMUNE_LEADER);

        assertThat(rows(leader.get("/records?search=lo+%3Cb%3Evan"))).isEqualTo(1);
        assertThat(rows(leader.get("/records?search=khong+co"))).isZero();
        assertThat(rows(leader.get("/records?finding=DECEASED_OR_MISSING"))).isZero();
        assertThat(rows(leader.get("/records?village=98001001&kind=LOAN_USE_CHECK")))
                .isEqualTo(1);
        assertThat(rows(leader.get("/records?untied=yes&village=98001001"))).isEqualTo(1);
    }

    private static int rows(Page page) {
        return page.html().select("#list tbody tr").size();
    }

    @Test
    void anExport_asksForThePasswordFirstAndIsLogged() {
        Browser officer = world.as(ActingRole.CREDIT_OFFICER);
        Page list = officer.get("/records");

        Page asked = officer.submit(list, "form[action=/records/export]", Map.of());
        assertThat(asked.path()).startsWith("/account/confirm");
        officer.confirm();
        Page file = officer.submit(officer.get("/records"), "form[action=/records/export]", Map.of());

        String csv = new String(file.response().body(), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\ufeff\"").contains("6600000000000001");
        assertThat(file.response().headers().firstValue("Content-Disposition"))
                .hasValueSatisfying(value -> assertThat(value).contains("attachment"));
        assertThat(world.as(ActingRole.COMMUNE_LEADER).get("/access-log").text())
                .contains("Đã xuất");
    }

    @Test
    void aRetie_needsAReasonAndStands() {
        Browser leader = world.as(ActingRole.COMMUNE_LEADER);
        String address = "/records/" + world.record();

        Page refused = leader.submit(leader.get(address), "form[action$=/tie]", Map.of("task", "none"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.faultAt("why")).isNotEmpty();

        Page done = leader.submit(
                leader.get(address), "form[action$=/tie]", Map.of("task", "none", "why", "Không thuộc kế hoạch"));
        assertThat(done.text()).contains("Đã gắn vào nhiệm vụ bạn chọn").contains("Không thuộc kế hoạch");
    }

    @Test
    void aPerson_isAddedAndAWrongPlaceIsNamedAtItsField() {
        Browser leader = world.as(ActingRole.COMMUNE_LEADER);
        Map<String, String> typed = Map.of("name", "Đỗ Thị Mới", "role", "VILLAGE_HEAD", "place", "98001");

        Page refused = leader.submit(leader.get("/people/new"), "form[action=/people/new]", typed);
        assertThat(refused.faultAt("place")).isNotEmpty();
        assertThat(refused.html().select("#field-name").val()).isEqualTo("Đỗ Thị Mới");

        Page added = leader.submit(refused, "form[action=/people/new]", Map.of("place", "98001001"));
        assertThat(added.html().select("h1").text()).isEqualTo("Đỗ Thị Mới");
        assertThat(leader.get("/people?search=do+thi+moi").html().select("#list tbody tr"))
                .hasSize(1);

        Page beyond = leader.submit(
                leader.get("/people/new"),
                "form[action=/people/new]",
                Map.of("name", "X", "role", "VILLAGE_HEAD", "place", ConsoleWorld.OTHER_VILLAGE));
        assertThat(beyond.faultAt("place")).isNotEmpty();
    }

    @Test
    void codes_forAMeeting_arePrintedOneForEach() {
        Browser leader = world.as(ActingRole.COMMUNE_LEADER);

        Page sheet = leader.submit(
                leader.get("/people/codes"),
                "form[action=/people/codes]",
                Map.of("person", world.head().id().toString()));

        assertThat(sheet.html().select("svg.qr")).hasSize(1);
        assertThat(sheet.html().select("p.code").text()).matches("[0-9A-Z]{5}[ -][0-9A-Z]{5}");
    }

    @Test
    void aPhone_isRevokedOnlyAfterThePasswordAndWithAReason() {
        Browser leader = world.as(ActingRole.COMMUNE_LEADER);
        String revoke = leader.get("/devices").html().select("a[href$=/revoke]").attr("href");
        leader.confirm();

        Page refused = leader.submit(leader.get(revoke), "form[action$=/revoke]", Map.of());
        assertThat(refused.faultAt("as")).isNotEmpty();
        Page done = leader.submit(refused, "form[action$=/revoke]", Map.of("as", "REPLACED"));

        assertThat(done.text()).contains("Đã thu hồi điện thoại").contains("Đã thay máy");
    }

    @Test
    void aPlan_isReadReviewedPublishedAndWithdrawn() throws Exception {
        Browser leader = world.as(ActingRole.COMMUNE_LEADER);
        byte[] text;
        try (var in = EveryPageIT.class.getResourceAsStream("/plan/sample-commune.txt")) {
            text = in.readAllBytes();
        }
        String csrf = leader.get("/plans/upload")
                .html()
                .select("main input[name=csrf]")
                .val();

        Page wrong = leader.upload(
                "/plans/upload", csrf, Map.of("place", "98001"), "file", "../../etc/passwd.exe", new byte[] {1, 2});
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.faultAt("file")).isNotEmpty();
        assertThat(leader.upload("/plans/upload", "wrong", Map.of("place", "98001"), "file", "p.txt", text)
                        .status())
                .isEqualTo(403);

        Page read = leader.upload("/plans/upload", csrf, Map.of("place", "98001"), "file", "..\\<i>plan.txt", text);
        assertThat(read.text()).contains("Đã đọc kế hoạch").contains("<i>plan.txt");
        isWhole("a draft", read.html());

        Page published = leader.submit(read, "form[action$=/publish]", Map.of("from", "2026-01-01"));
        assertThat(published.text()).contains("Kế hoạch đã có hiệu lực");
        assertThat(world.as(ActingRole.CREDIT_OFFICER).get(path(read)).status()).isEqualTo(200);

        leader.confirm();
        Page withdrawn = leader.submit(leader.get(path(read)), "form[action$=/withdraw]", Map.of());
        assertThat(withdrawn.text()).contains("Đã rút kế hoạch");
    }

    private static String path(Page page) {
        return page.uri().getPath();
    }
}

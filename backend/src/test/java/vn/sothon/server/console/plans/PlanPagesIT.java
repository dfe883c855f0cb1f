package vn.sothon.server.console.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.console.PublishedPlan;
import vn.sothon.server.console.session.Browser;
import vn.sothon.server.console.session.Browser.Page;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.ledger.Ledger;

/** A plan reviewed beside its text, its progress task by task, its reports, and places merged: as people do it on pages. */
class PlanPagesIT {
    @TempDir
    static Path folder;

    private static RunningServer server;
    private static Commune commune;
    private static PublishedPlan plan;
    private static Browser leader;
    private static Browser viewer;
    private static Browser stranger;

    @BeforeAll
    static void begin() throws Exception {
        server = Engine.SQLITE.start(folder);
        commune = new Commune(server);
        server.bean(AreaService.class)
                .putAll(List.of(
                        new NewArea("98002", AreaKind.COMMUNE, "Other commune", Commune.PROVINCE, Commune.START)));
        plan = PublishedPlan.of(server, Commune.CODE, Commune.START, folder);
        leader = somebody("Leader", ActingRole.COMMUNE_LEADER, Commune.CODE);
        viewer = somebody("Viewer", ActingRole.PROVINCE_VIEWER, Commune.PROVINCE);
        stranger = somebody("Stranger", ActingRole.COMMUNE_LEADER, "98002");
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    private static Browser somebody(String name, ActingRole role, String area) {
        return Browser.of(server, commune.person(name, Commune.grant(role, area, null)), name.toLowerCase(Locale.ROOT));
    }

    private static Page uploaded() throws Exception {
        byte[] text;
        try (InputStream in = PlanPagesIT.class.getResourceAsStream("/sample-plans/bai-cat-commune.txt")) {
            text = in.readAllBytes();
        }
        String csrf = leader.get("/plans/upload")
                .html()
                .select("main input[name=csrf]")
                .val();
        return leader.upload("/plans/upload", csrf, Map.of("place", "98001"), "file", "plan.txt", text);
    }

    @Test
    void draft_isReviewedBesideItsText() throws Exception {
        Page read = uploaded();
        String path = read.uri().getPath();

        Page page = leader.get(path + "/review?task=2.b");
        assertThat(page.html().select(".source mark").text())
                .contains("Trưởng thôn dự họp bình xét")
                .doesNotContain("Trưởng thôn giám sát việc sử dụng vốn");
        assertThat(page.html().select(".source mark#here")).hasSize(1);
        assertThat(page.html().select(".source").text()).contains("ỦY BAN NHÂN DÂN");
        assertThat(stranger.get(path + "/review?task=2.b").status()).isEqualTo(404);
        assertThat(leader.get(path + "/review?task=99").status()).isEqualTo(404);

        Page noReason = leader.submit(page, "#review", Map.of("products", "Danh sách niêm yết"));
        assertThat(noReason.status()).isEqualTo(422);
        assertThat(noReason.faultAt("reason")).isNotEmpty();
        Page empty = leader.submit(page, "#review", Map.of("content", "", "reason", "x"));
        assertThat(empty.faultAt("content")).isNotEmpty();
        assertThat(empty.html().select("#field-reason").val()).isEqualTo("x");
        Page twice = leader.submit(page, "#review", Map.of("key", "2.a", "reason", "x"));
        assertThat(twice.faultAt("key")).contains("đã có nhiệm vụ");

        Page kept = leader.submit(
                page,
                "#review",
                Map.of("products", "Danh sách niêm yết\nBiên bản họp", "reason", "thiếu sản phẩm", "key", "2.B"));
        assertThat(kept.uri().toString()).contains("task=2.B");
        assertThat(kept.html().select("[id=field-products]").first().wholeText())
                .contains("Biên bản họp");
        assertThat(leader.get(path).text()).contains("thiếu sản phẩm");

        Page merged = leader.submit(kept, "#merge", Map.of("merge-reason", "một đoạn bị tách"));
        assertThat(merged.uri().toString()).contains("task=2.a");
        assertThat(merged.html().select("[id=field-content]").first().wholeText())
                .contains("Trưởng thôn giám sát", "Trưởng thôn dự họp");
        assertThat(merged.html().select(".keys a").eachText()).doesNotContain("2.B");

        Page adding = leader.get(path + "/review/add?after=2.a");
        Page missing = leader.submit(adding, "#add", Map.of("key", "2.a", "content", "Y", "reason", "x"));
        assertThat(missing.faultAt("key")).contains("đã có nhiệm vụ");
        Page added = leader.submit(
                adding,
                "#add",
                Map.of("key", "2.c", "content", "Trưởng thôn báo cáo hằng quý.", "lead", "UBND xã", "reason", "sót"));
        assertThat(added.text()).contains("Đã thêm nhiệm vụ");
        assertThat(added.html().select("[id=field-leadUnits]").first().wholeText())
                .contains("UBND xã");

        assertThat(leader.submit(added, "#remove", Map.of()).faultAt("remove-reason"))
                .isNotEmpty();
        Page removed = leader.submit(added, "#remove", Map.of("remove-reason", "nhầm"));
        assertThat(removed.html().select(".keys a").eachText()).doesNotContain("2.c");
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
    }

    @Test
    void published_isCorrectedButNeitherShrinksNorGrows() {
        String path = "/plans/" + plan.id();
        Page page = leader.get(path + "/review?task=1.b");
        assertThat(page.html().select("#merge, #remove, [name=key]")).isEmpty();
        assertThat(leader.get(path + "/review/add").status()).isEqualTo(404);
        Map<String, String> fields = new HashMap<>(Map.of("task", "1.b", "remove-reason", "x"));
        fields.put("csrf", page.html().select("#review input[name=csrf]").val());
        assertThat(leader.post(path + "/review/remove", fields).status()).isEqualTo(404);

        Page kept = leader.submit(page, "#review", Map.of("timeFrame.text", "Mỗi quý", "reason", "đọc nhầm"));

        assertThat(kept.html().select("[id=field-timeFrame.text]").first().wholeText())
                .isEqualTo("Mỗi quý");
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
    }

    @Test
    void task_saysWhereNothingWasDone() {
        String path = "/plans/" + plan.id() + "/tasks/" + plan.task("1.a");

        assertThat(leader.get("/plans/" + plan.id()).html().select(".keys a[href=" + path + "]"))
                .hasSize(1);
        assertThat(leader.get(path).text())
                .contains("Chưa có gì (2)", "First village", "Second village", "Kết quả đã ghi");
        assertThat(viewer.get(path).text()).contains("Theo xã", "Commune of tests");
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(leader.get("/plans/" + plan.id() + "/tasks/" + plan.id()).status())
                .isEqualTo(404);
        assertThat(leader.get("/records?task=" + plan.task("1.a")).text()).contains("gắn với một nhiệm vụ");
    }

    @Test
    void report_isMarkedAsSentAndTheMarkTakenBack() {
        LocalDate today = server.bean(ServerClock.class).today();
        Page list = leader.get("/plans/reports");
        assertThat(list.text()).contains("20/10/" + today.getYear());
        String one = list.html().select("tbody a").attr("href");

        Page page = leader.get(one);
        assertThat(leader.submit(page, "#mark", Map.of("documentNumber", "")).faultAt("documentNumber"))
                .isNotEmpty();
        assertThat(leader.submit(page, "#mark", Map.of("documentNumber", "9/BC", "sentOn", "2999-01-01"))
                        .faultAt("sentOn"))
                .contains("chưa đến");
        Page sent = leader.submit(page, "#mark", Map.of("documentNumber", "9/BC"));
        assertThat(sent.text()).contains("Đã ghi là đã gửi", "9/BC");
        assertThat(viewer.get("/plans/reports").status()).isEqualTo(200);
        assertThat(stranger.get(one).status()).isEqualTo(404);

        Page back = leader.submit(sent, "#mark", Map.of());
        assertThat(back.text()).contains("Đã bỏ ghi");
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
    }

    @Test
    void village_isMergedIntoAnother_byTheKeeperAndWithThePassword() {
        server.bean(AreaService.class)
                .putAll(List.of(
                        new NewArea("98001008", AreaKind.VILLAGE, "Eighth village", Commune.CODE, Commune.START),
                        new NewArea("98001009", AreaKind.VILLAGE, "Ninth village", Commune.CODE, Commune.START)));
        Browser keeper = somebody("Keeper", ActingRole.ADMINISTRATOR, Ledger.COUNTRY);
        Browser local = somebody("Local", ActingRole.ADMINISTRATOR, "98002");
        assertThat(keeper.get("/areas/98001008/merge").path()).startsWith("/account/confirm");
        keeper.confirm();
        Page page = keeper.get("/areas/98001008/merge");
        assertThat(local.get("/areas/98001008/merge").status()).isEqualTo(404);
        assertThat(leader.get("/areas/98001008/merge").status()).isEqualTo(403);
        assertThat(page.html().select("#field-into option").eachAttr("value")).doesNotContain("98001008", "98002");

        Map<String, String> typed = Map.of("into", "98001009", "on", "2026-06-01");
        assertThat(keeper.submit(page, "#merge", Map.of("into", "98002", "on", "2026-06-01"))
                        .faultAt("into"))
                .isNotEmpty();
        Page merged = keeper.submit(page, "#merge", typed);

        assertThat(merged.text()).contains("Đã sáp nhập");
        assertThat(server.bean(AreaLookup.class).find("98001008").orElseThrow().successorCode())
                .isEqualTo("98001009");
        assertThat(keeper.get("/areas/98001008/merge").status()).isEqualTo(404);
    }
}

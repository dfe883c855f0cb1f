package vn.sothon.server.console.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.org.Person;

/** Results of tasks and figures of targets, entered on pages by those who may and by nobody else. */
class ResultPagesIT {
    private static final byte[] PDF = "%PDF-1.4 a report".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    static Path folder;

    private static RunningServer server;
    private static PublishedPlan plan;
    private static Person officer;
    private static Browser leader;
    private static Browser credit;
    private static Browser stranger;

    @BeforeAll
    static void begin() throws Exception {
        server = Engine.SQLITE.start(folder);
        Commune commune = new Commune(server);
        server.bean(AreaService.class)
                .putAll(List.of(
                        new NewArea("98002", AreaKind.COMMUNE, "Other commune", Commune.PROVINCE, Commune.START)));
        plan = PublishedPlan.of(server, Commune.CODE, Commune.START, folder);
        leader = Browser.of(
                server,
                commune.person("Leader", Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null)),
                "leader");
        officer = commune.person("Officer", Commune.grant(ActingRole.ASSOCIATION_OFFICER, Commune.CODE, null));
        credit = Browser.of(server, officer, "officer");
        stranger = Browser.of(
                server,
                commune.person("Stranger", Commune.grant(ActingRole.COMMUNE_LEADER, "98002", null)),
                "stranger");
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    private static Page send(Browser browser, UUID task, Map<String, String> typed, byte[] file) {
        return sendTo(browser, "/results/tasks/" + task, "/results/tasks/" + task, typed, file);
    }

    /** Sends the form as the page holds it, with what is typed here. */
    private static Page sendTo(Browser browser, String from, String path, Map<String, String> typed, byte[] file) {
        Page page = browser.get(from);
        Map<String, String> fields = new LinkedHashMap<>();
        page.html()
                .select(
                        "#enter input[type=hidden][name], #enter textarea, #enter input[type=date], #enter input[type=text]")
                .forEach(field -> fields.put(
                        field.attr("name"), field.tagName().equals("textarea") ? field.wholeText() : field.val()));
        String csrf = page.html().select("input[name=csrf]").val();
        fields.remove("csrf");
        fields.putAll(typed);
        return browser.upload(path, csrf, fields, "file", file.length == 0 ? "" : "report.pdf", file);
    }

    @Test
    void aResult_isEnteredWithItsScanCorrectedAndTakenBack() {
        UUID task = plan.task("1.a");
        assertThat(leader.get("/results").text()).contains("Có kết quả trong năm 2026");

        Page wrong = send(leader, task, Map.of("doneOn", "2999-01-01", "text", ""), new byte[0]);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.faultAt("doneOn")).contains("chưa đến");
        assertThat(wrong.faultAt("text")).isNotEmpty();
        Page notAScan = send(leader, task, Map.of("text", "posted"), "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(notAScan.faultAt("file")).contains("không phải");

        Page entered = send(leader, task, Map.of("text", "Đã <b>niêm yết</b>", "documentNumber", "12/BC"), PDF);
        assertThat(entered.status()).isEqualTo(200);
        assertThat(entered.text()).contains("Đã ghi kết quả", "Đã <b>niêm yết</b>", "12/BC");
        String scan = entered.html().select("a[href$=/file]").attr("href");
        assertThat(leader.get(scan).response().body()).isEqualTo(PDF);
        assertThat(stranger.get(scan).status()).isEqualTo(404);

        String correct = entered.html().select(".story a[href*=corrects]").attr("href");
        Page corrected = sendTo(
                leader,
                correct.replace("#enter", ""),
                "/results/tasks/" + task,
                Map.of("text", "in two villages"),
                new byte[0]);
        assertThat(corrected.text()).contains("in two villages", "Đã được sửa");
        assertThat(corrected.html().select("a[href$=/file]"))
                .as("the scan stays")
                .hasSize(2);
        assertThat(leader.get(correct.replace("#enter", "")).status())
                .as("corrected already")
                .isEqualTo(404);

        String again = corrected.html().select(".story a[href*=corrects]").attr("href");
        Page back = sendTo(
                leader, again.replace("#enter", ""), "/results/tasks/" + task, Map.of("nothing", "yes"), new byte[0]);
        assertThat(back.text()).contains("Thực ra không có kết quả này");
        assertThat(leader.get("/results")
                        .html()
                        .select("tr:has(a[href$=" + task + "]) td.figure")
                        .text())
                .isEqualTo("0");
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
    }

    @Test
    void sameFormTwice_isOneResult() {
        UUID task = plan.task("2.a");
        Map<String, String> typed = Map.of("id", UUID.randomUUID().toString(), "text", "money set aside");

        send(leader, task, typed, new byte[0]);
        Page twice = send(leader, task, typed, new byte[0]);

        assertThat(twice.html().select(".story li")).hasSize(1);
    }

    @Test
    void others_mayEnterOnceTheyWereGivenTheRight_untilItEnds() {
        UUID task = plan.task("2.b");
        assertThat(credit.get("/results/tasks/" + task).html().select("#enter")).isEmpty();
        String csrf = credit.get("/account").html().select("input[name=csrf]").val();
        Map<String, String> typed = Map.of("doneOn", "2026-03-02", "text", "x");
        assertThat(credit.upload("/results/tasks/" + task, csrf, typed, "file", "", new byte[0])
                        .status())
                .isEqualTo(403);
        assertThat(credit.get("/results/rights/" + plan.id()).status()).isEqualTo(404);

        Page rights = leader.get("/results/rights/" + plan.id());
        Page nobody = leader.submit(rights, "#give", Map.of("person", "", "task", task.toString()));
        assertThat(nobody.faultAt("person")).isNotEmpty();
        Page wrongDay = leader.submit(
                rights, "#give", Map.of("person", officer.id().toString(), "from", "2026-05-02", "to", "2026-05-01"));
        assertThat(wrongDay.faultAt("to")).isNotEmpty();
        Page given =
                leader.submit(rights, "#give", Map.of("person", officer.id().toString(), "task", task.toString()));
        assertThat(given.text()).contains("Đã cho phép nhập kết quả", "Officer");
        assertThat(send(credit, task, Map.of("text", "0,2 % overdue"), new byte[0])
                        .text())
                .contains("0,2 % overdue");

        Page ended = leader.submit(given, "form[action$=/end]", Map.of());
        assertThat(ended.text()).contains("Đã thôi cho phép");
        assertThat(credit.get("/results/tasks/" + task).html().select("#enter")).isEmpty();
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
    }

    @Test
    void aFigure_standsBesideItsGoal() {
        String goal = "/results/targets/" + plan.id() + "/" + plan.targets().get(0);
        Page page = leader.get(goal);
        assertThat(page.text()).contains("từ 15 %").contains("đến năm 2030");

        Page wrong = leader.submit(page, "#enter", Map.of("period", "2026-13", "figure", "17,5"));
        assertThat(wrong.faultAt("period")).contains("2026-Q3");
        assertThat(leader.submit(page, "#enter", Map.of("figure", "much")).faultAt("figure"))
                .contains("17,5");
        Page entered = leader.submit(page, "#enter", Map.of("period", "2026", "figure", "17,5"));
        assertThat(entered.text()).contains("17,5 %").contains("Đạt");

        Page correcting = leader.get(
                entered.html().select("a[href*=corrects]").attr("href").replace("#enter", ""));
        Page corrected = leader.submit(correcting, "#enter", Map.of("figure", "12"));
        assertThat(corrected.text()).contains("12 %").contains("Chưa đạt").contains("Đã được sửa");

        String most = "/results/targets/" + plan.id() + "/" + plan.targets().get(1);
        Page low = leader.submit(leader.get(most), "#enter", Map.of("period", "2026-Q1", "figure", "0,2"));
        assertThat(low.text()).contains("không quá 0,3 %");
        assertThat(low.html().select("tbody .mark").text()).isEqualTo("Đạt");
    }

    @Test
    void strangers_seeNothingOfIt() {
        assertThat(stranger.get("/results").text()).contains("Chưa có kế hoạch");
        assertThat(stranger.get("/results?plan=" + plan.id()).status()).isEqualTo(404);
        assertThat(stranger.get("/results/tasks/" + plan.task("1.a")).status()).isEqualTo(404);
        assertThat(stranger.get("/results/targets/" + plan.id() + "/"
                                + plan.targets().get(0))
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get("/results/rights/" + plan.id()).status()).isEqualTo(404);
    }
}

package vn.sothon.server.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.alert.rule.AlertHours;
import vn.sothon.server.alert.rule.AlertRules;
import vn.sothon.server.alert.rule.RuleSetting;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.console.session.Browser;
import vn.sothon.server.console.session.Browser.Page;
import vn.sothon.server.loan.CheckPolicies;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.ledger.Ledger;

/** Settings changed on pages: by those who may, from a day on, with who and when on record. */
class SettingsPagesIT {
    @TempDir
    static Path folder;

    private static RunningServer server;
    private static Commune commune;
    private static Browser keeper;
    private static Browser leader;

    @BeforeAll
    static void begin() {
        server = Engine.SQLITE.start(folder);
        commune = new Commune(server);
        keeper = somebody("Keeper", ActingRole.ADMINISTRATOR, Ledger.COUNTRY, "keeper");
        leader = somebody("Leader", ActingRole.COMMUNE_LEADER, Commune.CODE, "leader");
    }

    @AfterAll
    static void end() throws Exception {
        server.close();
    }

    private static Browser somebody(String name, ActingRole role, String area, String userName) {
        Person person = commune.person(name, Commune.grant(role, area, null));
        return Browser.of(server, person, userName);
    }

    private static LocalDate today() {
        return server.bean(ServerClock.class).today();
    }

    @Test
    void policy_isChangedFromADayOnByTheKeeperAlone() {
        LocalDate from = today().plusDays(10);
        Page page = keeper.get("/settings/checks");
        assertThat(page.text()).contains("Đang theo");

        Page wrong = keeper.submit(
                page, "#decide", Map.of("from", "2020-01-01", "postDisbursementDays", "0", "quietProgrammes", "HSSV"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.faultAt("postDisbursementDays")).contains("từ 1 đến 365");
        assertThat(wrong.faultAt("quietProgrammes")).isNotEmpty();
        Page past = keeper.submit(page, "#decide", Map.of("from", "2020-01-01"));
        assertThat(past.faultAt("from")).isNotEmpty();

        Page kept = keeper.submit(
                page,
                "#decide",
                Map.of("from", from.toString(), "postDisbursementDays", "45", "quietProgrammes", "02 12"));
        assertThat(kept.text()).contains("Sắp theo", "Món mới trong 45 ngày", "Keeper");
        CheckPolicies policies = server.bean(CheckPolicies.class);
        assertThat(policies.on(from).policy().postDisbursementDays()).isEqualTo(45);
        assertThat(policies.on(from).quietProgrammes()).containsExactlyInAnyOrder("02", "12");
        assertThat(policies.on(today()).policy().postDisbursementDays()).isEqualTo(30);

        Page readOnly = leader.get("/settings/checks");
        assertThat(readOnly.html().select("#decide")).isEmpty();
        assertThat(readOnly.text()).contains("Món mới trong 45 ngày");
        assertThat(leader.post("/settings/checks", Map.of("csrf", csrf(leader))).status())
                .isEqualTo(403);
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
    }

    @Test
    void hours_areChangedFromADayOn() {
        LocalDate from = today().plusDays(3);
        Page page = keeper.get("/settings/hours");
        assertThat(page.text()).contains("21:00 – 06:30");
        Page wrong = keeper.submit(page, "#set", Map.of("quietFrom", "25:00"));
        assertThat(wrong.faultAt("quietFrom")).contains("21:00");

        Page kept = keeper.submit(
                page, "#set", Map.of("from", from.toString(), "quietFrom", "20:00", "summaryAt", "08:15"));

        assertThat(kept.text()).contains("Yên tĩnh 20:00 – 06:30, tin trong ngày lúc 08:15");
        AlertHours hours = server.bean(AlertHours.class);
        assertThat(hours.on(today()).quietFrom()).isEqualTo(LocalTime.of(21, 0));
        assertThat(hours.on(from).quietFrom()).isEqualTo(LocalTime.of(20, 0));
        assertThat(leader.get("/settings/hours").html().select("#set")).isEmpty();
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
    }

    @Test
    void rule_isChangedByTheKeeper_andTheLeaderChangesNumbersOfHisCommuneOnly() {
        String path = "/settings/rules/" + AlertRule.RECORD_UNTIED;
        Page page = keeper.get(path);
        Page nobody = keeper.submit(page, "#change", Map.of("audience-COMMUNE_LEADER", ""));
        assertThat(nobody.faultAt("audience")).contains("Phải có người được báo");
        Page mute = keeper.submit(
                page, "#change", Map.of("answeredBy-COMMUNE_LEADER", "", "answeredBy-CREDIT_OFFICER", "on"));
        assertThat(mute.faultAt("answeredBy")).isNotEmpty();
        Page backwards = keeper.submit(
                page,
                "#change",
                Map.of("after-1", "48", "to-1-CREDIT_OFFICER", "on", "after-2", "24", "to-2-PROVINCE_VIEWER", "on"));
        assertThat(backwards.faultAt("after-1")).isNotEmpty();
        assertThat(keeper.submit(page, "#change", Map.of("days", "9999")).faultAt("days"))
                .contains("từ 0 đến 365");

        Page kept = keeper.submit(
                page,
                "#change",
                Map.of(
                        "severity",
                        "WARNING",
                        "audience-CREDIT_OFFICER",
                        "on",
                        "after-1",
                        "48",
                        "to-1-PROVINCE_VIEWER",
                        "on"));
        assertThat(kept.text()).contains("Sau 48 giờ: Theo dõi cấp tỉnh", "Cán bộ tín dụng");
        RuleSetting here = server.bean(AlertRules.class).on(AlertRule.RECORD_UNTIED, Commune.CODE, today());
        assertThat(here.severity()).isEqualTo(AlertSeverity.WARNING);
        assertThat(here.audience()).containsExactlyInAnyOrder(ActingRole.COMMUNE_LEADER, ActingRole.CREDIT_OFFICER);
        assertThat(here.escalation()).containsExactly(new RuleSetting.Step(48, List.of(ActingRole.PROVINCE_VIEWER)));

        Page leaders = leader.get(path);
        assertThat(leaders.html().select("#change [name=severity], #change [name^=audience]"))
                .isEmpty();
        Page numbers = leader.submit(leaders, "#change", Map.of("days", "3", "state", "off", "severity", "NOTICE"));
        assertThat(numbers.text()).contains("Số ngày: 3", "Leader");
        RuleSetting now = server.bean(AlertRules.class).on(AlertRule.RECORD_UNTIED, Commune.CODE, today());
        assertThat(now.threshold("days")).isEqualTo(3);
        assertThat(now.off()).isFalse();
        assertThat(now.severity()).isEqualTo(AlertSeverity.WARNING);
        assertThat(server.bean(AlertRules.class)
                        .on(AlertRule.RECORD_UNTIED, "98002", today())
                        .threshold("days"))
                .isEqualTo(7);
        assertThat(leader.get("/settings/rules/" + AlertRule.MISAPPROPRIATION)
                        .html()
                        .select("#change"))
                .isEmpty();
        assertThat(leader.get("/settings/rules/UNKNOWN").status()).isEqualTo(404);
        assertThat(keeper.get("/settings").text()).contains("Biên bản chưa gắn nhiệm vụ");
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
    }

    @Test
    void messages_withoutAProject_saySo() {
        Page page = keeper.get("/settings/firebase");
        assertThat(page.text()).contains("Chưa nối với Firebase");

        Page refused = keeper.submit(page, "#test", Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.faultAt("test")).contains("Chưa nối");
        assertThat(leader.get("/settings/firebase").status()).isEqualTo(403);
    }

    private static String csrf(Browser browser) {
        return browser.get("/account").html().select("input[name=csrf]").val();
    }
}

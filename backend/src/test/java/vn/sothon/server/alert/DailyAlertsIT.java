package vn.sothon.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.alert.rule.AlertRules;
import vn.sothon.server.alert.rule.RuleSetting;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.sync.push.SealingPhone;

/** What the daily round finds, who has it as offices change, and how it goes up; on both engines, by a standing clock. */
class DailyAlertsIT {
    private static final String SECOND_LOAN = "6600980010000002";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void lateness_isOneAlertPerGroupAndWeek_andGoesWhenTheChecksAreMade(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            AlertRounds rounds = server.bean(AlertRounds.class);
            town.loan(SECOND_LOAN, "another borrower");
            town.owed(AlertTown.LOAN, TODAY.plusDays(2));
            town.owed(SECOND_LOAN, TODAY.plusDays(3));

            rounds.run();
            assertThat(town.inbox(town.leader)).isEmpty();
            AlertView soon = town.alert(town.groupLeader, AlertRule.CHECKS_DUE_SOON);
            assertThat(soon.args()).containsEntry("loans", "2").containsEntry("firstDay", "2026-03-04");

            town.days(7);
            rounds.run();
            rounds.run();
            assertThat(town.alert(town.groupLeader, AlertRule.CHECKS_DUE_SOON).state())
                    .isEqualTo(AlertState.RESOLVED);
            AlertView late = town.alert(town.leader, AlertRule.CHECKS_LATE);
            assertThat(late.args()).containsEntry("loans", "2").containsEntry("groupName", "Group one");
            assertThat(late.occurrences()).isEqualTo(1);
            assertThat(town.inbox(town.leader)).hasSize(1);

            SealingPhone phone = town.phone(town.villageHead);
            town.push(phone, town.check(phone, 50_000_000, 50_000_000));
            rounds.run();
            assertThat(town.alert(town.leader, AlertRule.CHECKS_LATE).args()).containsEntry("loans", "1");
            town.sql("UPDATE obligation SET done_by = 'x'");
            rounds.run();
            AlertView gone = town.alert(town.leader, AlertRule.CHECKS_LATE);
            assertThat(gone.state()).isEqualTo(AlertState.RESOLVED);
            assertThat(gone.resolved().note()).isEqualTo(AlertService.MATTER_GONE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void lateness_fromBeforeTheCommuneStarted_isOneBacklogPerGroup(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            town.loan(SECOND_LOAN, "another borrower");
            town.owed(AlertTown.LOAN, TODAY.minusDays(100));
            town.owed(SECOND_LOAN, TODAY.minusDays(3));

            server.bean(AlertRounds.class).run();

            assertThat(town.inbox(town.leader)).hasSize(1);
            AlertView backlog = town.alert(town.leader, AlertRule.CHECKS_BACKLOG);
            assertThat(backlog.severity()).isEqualTo(AlertSeverity.NOTICE);
            assertThat(backlog.args()).containsEntry("loans", "2");
        }
    }

    @ParameterizedTest
    @EnumSource
    void round_findsGroupsUncheckedSilentPhonesUntiedRecordsAndLateRecommendations(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            SealingPhone.Draft check = town.check(phone, 50_000_000, 50_000_000);
            town.push(phone, check);
            town.sql(
                    """
                    INSERT INTO recommendation (id, record_id, commune_code, village_code, text, deadline, state, version)
                    VALUES (?, ?, ?, ?, 'hang up the list', '2026-10-01', 'OPEN', 1)
                    """,
                    UUID.randomUUID(),
                    check.id,
                    Commune.CODE,
                    Commune.FIRST);
            AlertRounds rounds = server.bean(AlertRounds.class);
            rounds.run();
            assertThat(town.inbox(town.leader)).isEmpty();

            town.days(230);
            town.owed(AlertTown.LOAN, TODAY.plusDays(235));
            rounds.run();

            assertThat(town.inbox(town.leader))
                    .extracting(entry -> entry.alert().rule())
                    .containsExactlyInAnyOrder(
                            "GROUP_UNCHECKED", "PHONE_SILENT", "RECORD_UNTIED", "RECOMMENDATION_LATE");
            assertThat(town.alert(town.leader, AlertRule.GROUP_UNCHECKED).args())
                    .containsEntry("year", "2026");
            assertThat(town.alert(town.leader, AlertRule.PHONE_SILENT).personId())
                    .isEqualTo(town.villageHead.id());
            assertThat(town.alert(town.leader, AlertRule.RECORD_UNTIED).recordId())
                    .isEqualTo(check.id);
            assertThat(town.alert(town.leader, AlertRule.RECOMMENDATION_LATE).args())
                    .containsEntry("dueDay", "2026-10-01");
            assertThat(town.inbox(town.villageHead, AlertRule.PHONE_SILENT)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void escalation_whenNobodyAcknowledges_showsTheProvinceRuleCommuneAndDaysOnly(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            Escalations escalations = server.bean(Escalations.class);
            SealingPhone phone = town.phone(town.villageHead);
            town.push(phone, town.check(phone, 50_000_000, 40_000_000));
            assertThat(escalations.run()).isZero();
            assertThat(town.inbox(town.province)).isEmpty();

            town.days(4);
            assertThat(escalations.run()).isEqualTo(1);
            assertThat(escalations.run()).isZero();

            AlertView above = town.alert(town.province, AlertRule.PURPOSE_MISUSED);
            assertThat(above.communeCode()).isEqualTo(Commune.CODE);
            assertThat(above.openedAt()).isEqualTo(AlertTown.MORNING);
            assertThat(above.args()).isEmpty();
            assertThat(above.villageCode()).isNull();
            assertThat(above.loanId()).isNull();
            assertThat(above.recordId()).isNull();
            assertThat(above.mayAnswer()).isFalse();
            assertThat(town.history(town.leader, AlertRule.PURPOSE_MISUSED))
                    .containsExactly(AlertEvent.What.OPENED, AlertEvent.What.ESCALATED);
            assertThat(Pulls.everything(server, town.phone(town.province)))
                    .contains("PURPOSE_MISUSED")
                    .doesNotContain("misusedDong");
        }
    }

    @ParameterizedTest
    @EnumSource
    void escalation_whenSomebodyHasAcknowledged_doesNotHappen(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            SealingPhone chief = town.phone(town.leader);
            town.push(phone, town.check(phone, 50_000_000, 40_000_000));
            town.acknowledge(
                    chief,
                    ActingRole.COMMUNE_LEADER,
                    town.inbox(town.leader, AlertRule.PURPOSE_MISUSED).orElseThrow());

            town.days(30);

            assertThat(server.bean(Escalations.class).run()).isZero();
            assertThat(town.inbox(town.province)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void escalation_whenTheRuleHasNoFurtherStepAnyMore_endsThere(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            town.push(phone, town.check(phone, 50_000_000, 40_000_000));
            server.bean(AlertRules.class)
                    .change(new AlertRules.AreaChange(
                            Commune.CODE,
                            AlertRule.PURPOSE_MISUSED,
                            TODAY,
                            new RuleSetting.Change(null, null, null, null, List.of(), null),
                            "a test"));
            town.days(10);

            assertThat(server.bean(Escalations.class).run()).isZero();
            assertThat(town.inbox(town.province)).isEmpty();
            assertThat(town.alert(town.leader, AlertRule.PURPOSE_MISUSED).level())
                    .isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void deputy_hasTheAlertsAndAnswersThemInHisDays_andNotAfterwards(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            town.push(phone, town.check(phone, 50_000_000, 40_000_000));
            var deputy = town.commune.person("Deputy");
            server.bean(Deputies.class)
                    .appoint(
                            town.leader.id(),
                            deputy.id(),
                            ActingRole.COMMUNE_LEADER,
                            Commune.CODE,
                            TODAY,
                            TODAY.plusDays(5));
            while (server.bean(Jobs.class).runDue() > 0) {
                assertThat(town.inbox(deputy)).hasSizeLessThanOrEqualTo(1);
            }
            AlertLookup.Entry seen =
                    town.inbox(deputy, AlertRule.PURPOSE_MISUSED).orElseThrow();
            assertThat(seen.alert().mayAnswer()).isTrue();
            SealingPhone his = town.phone(deputy);
            assertThat(town.acknowledge(his, ActingRole.COMMUNE_LEADER, seen).notes())
                    .isEmpty();
            assertThat(server.bean(Deputies.class).of(deputy.id()))
                    .extracting(Deputies.Deputy::personId)
                    .containsExactly(town.leader.id());

            town.days(6);
            server.bean(AlertRounds.class).run();

            assertThat(town.inbox(deputy)).isEmpty();
            assertThat(town.inbox(town.leader)).hasSize(1);
            assertThat(Pulls.everything(server, his)).doesNotContain("PURPOSE_MISUSED");
        }
    }

    @ParameterizedTest
    @EnumSource
    void office_whenSomebodyElseGetsIt_handsTheAlertsOver(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            town.push(phone, town.check(phone, 50_000_000, 40_000_000));
            var successor =
                    town.commune.person("Successor", Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));
            server.bean(PeopleService.class)
                    .end(town.leader.id(), town.leader.held().get(0).id(), TODAY.minusDays(1));
            server.bean(Jobs.class).runDue();

            assertThat(town.inbox(successor)).hasSize(1);
            assertThat(town.inbox(town.leader)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void rule_whenAProvinceChangesIt_holdsThereFromItsDayOn(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            AlertRules rules = server.bean(AlertRules.class);
            rules.change(new AlertRules.AreaChange(
                    Commune.PROVINCE,
                    AlertRule.PURPOSE_MISUSED,
                    TODAY,
                    new RuleSetting.Change(
                            null, AlertSeverity.CRITICAL, List.of(ActingRole.COMMUNE_LEADER), null, null, Map.of()),
                    "a test"));
            rules.change(new AlertRules.AreaChange(
                    Commune.CODE,
                    AlertRule.PURPOSE_MISUSED,
                    TODAY.plusDays(1),
                    new RuleSetting.Change(true, null, null, null, null, null),
                    "a test"));
            SealingPhone phone = town.phone(town.villageHead);

            town.push(phone, town.check(phone, 50_000_000, 40_000_000));
            assertThat(town.alert(town.leader, AlertRule.PURPOSE_MISUSED).severity())
                    .isEqualTo(AlertSeverity.CRITICAL);
            assertThat(town.inbox(town.officer)).isEmpty();

            town.days(1);
            town.push(phone, town.check(phone, 50_000_000, 30_000_000));
            assertThat(town.alert(town.leader, AlertRule.PURPOSE_MISUSED).occurrences())
                    .isEqualTo(1);
            assertThat(rules.on(AlertRule.PURPOSE_MISUSED, "elsewhere", TODAY.plusDays(9))
                            .off())
                    .isFalse();
        }
    }
}

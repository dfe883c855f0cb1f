package vn.sothon.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Withdrawal;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.FeedRows;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.sync.push.SealingPhone;

/** What a pushed record raises, who has it, and how phones answer it; on both engines. */
class RecordAlertsIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void check_whenItFindsMisuse_isOneAlertForThoseWhoAnswerForThePlace(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);

            town.push(phone, town.check(phone, 50_000_000, 40_000_000));

            AlertView alert = town.alert(town.leader, AlertRule.PURPOSE_MISUSED);
            assertThat(alert.state()).isEqualTo(AlertState.OPEN);
            assertThat(alert.severity()).isEqualTo(AlertSeverity.WARNING);
            assertThat(alert.loanId()).isEqualTo(AlertTown.LOAN_ID);
            assertThat(alert.args())
                    .containsEntry("misusedDong", "10000000")
                    .containsEntry("loanNumber", AlertTown.LOAN)
                    .containsEntry("groupName", "Group one");
            assertThat(alert.mayAnswer()).isTrue();
            assertThat(town.inbox(town.officer)).hasSize(1);
            assertThat(town.inbox(town.bank)).hasSize(1);
            assertThat(town.alert(town.villageHead, AlertRule.PURPOSE_MISUSED).mayAnswer())
                    .isFalse();
            assertThat(town.inbox(town.otherHead)).isEmpty();
            assertThat(town.inbox(town.groupLeader)).isEmpty();
            assertThat(town.inbox(town.province)).isEmpty();
            assertThat(town.inbox(town.administrator)).isEmpty();
            assertThat(FeedRows.of(server, Commune.CODE).stream().filter(row -> row.startsWith("alert ")))
                    .hasSize(4);
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void check_whenTheSameLoanIsFoundMisusedAgain_updatesTheOneAlert(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            SealingPhone.Draft first = town.check(phone, 50_000_000, 40_000_000);
            town.push(phone, first);
            town.push(phone, first);
            assertThat(town.alert(town.leader, AlertRule.PURPOSE_MISUSED).occurrences())
                    .isEqualTo(1);

            town.days(3);
            town.push(phone, town.check(phone, 50_000_000, 30_000_000));

            assertThat(town.inbox(town.leader)).hasSize(1);
            AlertView alert = town.alert(town.leader, AlertRule.PURPOSE_MISUSED);
            assertThat(alert.occurrences()).isEqualTo(2);
            assertThat(alert.args()).containsEntry("misusedDong", "20000000");
            assertThat(alert.openedAt()).isEqualTo(AlertTown.MORNING);
            assertThat(alert.lastSeenAt()).isEqualTo(town.clock.instant());
        }
    }

    @ParameterizedTest
    @EnumSource
    void correction_whenItSaysNoMisuseAnyMore_resolvesTheAlertByTheServer(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            SealingPhone.Draft first = town.check(phone, 50_000_000, 40_000_000);
            town.push(phone, first);
            SealingPhone.Draft second =
                    town.correction(phone, first, SealingPhone.check(50_000_000, 45_000_000, List.of()));
            town.push(phone, second);
            assertThat(town.alert(town.leader, AlertRule.PURPOSE_MISUSED).occurrences())
                    .isEqualTo(1);
            assertThat(town.history(town.leader, AlertRule.PURPOSE_MISUSED)).containsExactly(AlertEvent.What.OPENED);

            SealingPhone.Draft third = town.correction(phone, second, SealingPhone.properCheck(50_000_000));
            town.push(phone, third);

            AlertView gone = town.alert(town.leader, AlertRule.PURPOSE_MISUSED);
            assertThat(gone.state()).isEqualTo(AlertState.RESOLVED);
            assertThat(gone.resolved().by()).isNull();
            assertThat(gone.resolved().note()).isEqualTo(AlertService.RECORD_WITHDRAWN);

            SealingPhone.Draft fourth =
                    town.correction(phone, third, SealingPhone.check(50_000_000, 44_000_000, List.of()));
            town.push(phone, fourth);
            AlertView again = town.alert(town.leader, AlertRule.PURPOSE_MISUSED);
            assertThat(again.state()).isEqualTo(AlertState.OPEN);
            assertThat(again.resolved()).isNull();
            assertThat(town.history(town.leader, AlertRule.PURPOSE_MISUSED))
                    .containsExactly(AlertEvent.What.OPENED, AlertEvent.What.RESOLVED, AlertEvent.What.REOPENED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withdrawal_whenItTakesTheRecordBack_resolvesItsAlerts(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            SealingPhone.Draft first = town.check(
                    phone, 40_000_000, 40_000_000, Finding.of(FindingCode.ABSCONDED), Finding.of(FindingCode.MISUSE));
            town.push(phone, first);
            assertThat(town.inbox(town.leader)).hasSize(3);
            assertThat(town.alert(town.bank, AlertRule.RECEIVED_LESS).args())
                    .containsEntry("disbursedDong", "50000000");

            SealingPhone.Draft back = phone.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
            back.kind = RecordKind.WITHDRAWAL;
            back.villageCode = Commune.FIRST;
            back.payload = new Withdrawal(first.id, "the wrong house");
            town.push(phone, back);

            assertThat(town.inbox(town.leader))
                    .allMatch(entry -> entry.alert().state() == AlertState.RESOLVED)
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void misappropriation_isNeverShownToTheLeaderOfTheGroup_whateverElseHeIs(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            server.bean(vn.sothon.server.org.PeopleService.class)
                    .grant(town.groupLeader.id(), Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null));
            SealingPhone phone = town.phone(town.villageHead);

            town.push(phone, town.check(phone, 50_000_000, 50_000_000, Finding.of(FindingCode.MISAPPROPRIATION)));

            assertThat(town.alert(town.leader, AlertRule.MISAPPROPRIATION).severity())
                    .isEqualTo(AlertSeverity.CRITICAL);
            assertThat(town.inbox(town.groupLeader)).isEmpty();
            String rows = String.join("\n", FeedRows.of(server, Commune.CODE));
            SealingPhone suspect = town.phone(town.groupLeader);
            assertThat(rows).contains("MISAPPROPRIATION");
            assertThat(Pulls.everything(server, suspect)).doesNotContain("MISAPPROPRIATION");
            assertThat(Pulls.everything(server, town.phone(town.leader))).contains("MISAPPROPRIATION");
        }
    }

    @ParameterizedTest
    @EnumSource
    void misuse_ofTheLeadersOwnLoan_isNotShownToHim(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            server.bean(vn.sothon.server.org.PeopleService.class)
                    .grant(town.groupLeader.id(), Commune.grant(ActingRole.VILLAGE_HEAD, Commune.FIRST, null));
            town.sql("UPDATE loan SET borrower_search = 'leader of the group'");
            SealingPhone phone = town.phone(town.villageHead);

            town.push(phone, town.check(phone, 50_000_000, 40_000_000));

            assertThat(town.inbox(town.leader)).hasSize(1);
            assertThat(town.inbox(town.groupLeader)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void assignment_fromALeadersPhone_givesTheAlertToOneInOfficeThereAndToNobodyElse(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            SealingPhone chief = town.phone(town.leader);
            town.push(phone, town.check(phone, 50_000_000, 40_000_000));
            AlertLookup.Entry seen =
                    town.inbox(town.leader, AlertRule.PURPOSE_MISUSED).orElseThrow();

            assertThat(town.assign(chief, ActingRole.COMMUNE_LEADER, seen, town.otherHead)
                            .notes())
                    .containsExactly("NOT_IN_OFFICE", "NO_EFFECT");
            assertThat(town.assign(phone, ActingRole.VILLAGE_HEAD, seen, town.villageHead)
                            .notes())
                    .containsExactly("NOT_ADDRESSED", "NO_EFFECT");
            assertThat(town.acknowledge(chief, ActingRole.COMMUNE_LEADER, seen).notes())
                    .isEmpty();
            assertThat(town.assign(chief, ActingRole.COMMUNE_LEADER, seen, town.villageHead)
                            .notes())
                    .containsExactly("ALERT_CHANGED");

            AlertView given = town.alert(town.villageHead, AlertRule.PURPOSE_MISUSED);
            assertThat(given.assignedTo()).isEqualTo(town.villageHead.id());
            assertThat(given.mayAnswer()).isTrue();
            assertThat(town.assign(chief, ActingRole.COMMUNE_LEADER, seen, town.villageHead)
                            .notes())
                    .containsExactly("ALERT_ANSWERED", "NO_EFFECT");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answers_fromPhones_takeEffectOnceAndAreNotedWhenTheyComeTooLate(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            SealingPhone chief = town.phone(town.leader);
            SealingPhone association = town.phone(town.officer);
            town.push(phone, town.check(phone, 50_000_000, 40_000_000));
            AlertLookup.Entry seen =
                    town.inbox(town.leader, AlertRule.PURPOSE_MISUSED).orElseThrow();

            town.clock.forward(Duration.ofHours(1));
            assertThat(town.acknowledge(chief, ActingRole.COMMUNE_LEADER, seen).notes())
                    .isEmpty();
            assertThat(town.acknowledge(association, ActingRole.ASSOCIATION_OFFICER, seen)
                            .notes())
                    .containsExactly("ALERT_ANSWERED", "NO_EFFECT");
            assertThat(town.acknowledge(phone, ActingRole.VILLAGE_HEAD, seen).notes())
                    .contains("NOT_ADDRESSED", "NO_EFFECT");
            assertThat(town.alert(town.officer, AlertRule.PURPOSE_MISUSED)
                            .acknowledged()
                            .by())
                    .isEqualTo(town.leader.id());

            assertThat(town.resolve(association, ActingRole.ASSOCIATION_OFFICER, seen, "paid back")
                            .notes())
                    .containsExactly("ALERT_CHANGED");
            AlertView resolved = town.alert(town.leader, AlertRule.PURPOSE_MISUSED);
            assertThat(resolved.state()).isEqualTo(AlertState.RESOLVED);
            assertThat(resolved.resolved().role()).isEqualTo(ActingRole.ASSOCIATION_OFFICER);
            assertThat(resolved.resolved().note()).isEqualTo("paid back");

            town.days(1);
            town.push(phone, town.check(phone, 50_000_000, 30_000_000));
            assertThat(town.alert(town.leader, AlertRule.PURPOSE_MISUSED).state())
                    .isEqualTo(AlertState.OPEN);
            var late = town.resolve(chief, ActingRole.COMMUNE_LEADER, seen, "an old answer");
            assertThat(late.verdict()).isEqualTo(Verdict.ACCEPTED);
            assertThat(late.notes()).containsExactly("ALERT_REOPENED", "NO_EFFECT");
            assertThat(town.alert(town.leader, AlertRule.PURPOSE_MISUSED).state())
                    .isEqualTo(AlertState.OPEN);
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void stream_tellsAnOpenScreenWhatItsPersonHas_andNothingElse(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            List<AlertView> chief = new ArrayList<>();
            List<AlertView> other = new ArrayList<>();
            AlertStream stream = server.bean(AlertStream.class);
            try (AlertStream.Subscription one = stream.subscribe(town.leader.id(), chief::add);
                    AlertStream.Subscription two = stream.subscribe(town.otherHead.id(), other::add)) {
                assertThat(List.of(one, two)).hasSize(2);
                town.push(phone, town.check(phone, 50_000_000, 40_000_000));
                // What follows a commit runs on the writer, before its next work.
                town.sql("UPDATE loan SET version = version + 1");
            }
            town.push(phone, town.check(phone, 50_000_000, 30_000_000));

            assertThat(chief).extracting(AlertView::occurrences).containsExactly(1);
            assertThat(other).isEmpty();
            assertThat(server.bean(AlertLookup.class).counts(town.leader.id()))
                    .isEqualTo(new AlertLookup.Counts(1, 0, Map.of(AlertSeverity.WARNING, 1)));
        }
    }
}

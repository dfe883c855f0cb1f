package vn.sothon.server.console.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.Servers;
import vn.sothon.server.access.Scopes;
import vn.sothon.server.alert.AlertTown;
import vn.sothon.server.console.session.Browser;
import vn.sothon.server.console.session.Browser.Page;
import vn.sothon.server.loan.Borrowers;
import vn.sothon.server.loan.LoanIds;
import vn.sothon.server.ops.QueueDesk;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.sync.push.SealingPhone;
import vn.sothon.server.sync.push.SealingPhone.Draft;

/** Somebody in an office of the commune who borrows himself, or led a group that is found fault with. */
class NotAboutHimselfIT {
    private static final String OWN_LOAN = "6600980010000021";
    private static final String LEADERS_LOAN = "6600980010000022";
    private static final String CUSTOMER = "9800100022";
    private static final String POSITION =
            "\"position\":{\"latitude\":21.0%d,\"longitude\":105.0%d,\"accuracyMetres\":5},";

    @RegisterExtension
    static final Servers servers = new Servers();

    private static final Map<Engine, Tale> TALES = new EnumMap<>(Engine.class);

    private static Tale on(Engine engine) {
        return TALES.computeIfAbsent(engine, e -> {
            try {
                return new Tale(e);
            } catch (Exception ex) {
                throw new IllegalStateException(ex);
            }
        });
    }

    /** An association's officer who leads a group and borrows in it, and another officer beside him. */
    private static final class Tale {
        final AlertTown town;
        final SealingPhone head;
        final Person twoHats;
        final UUID own;
        final UUID anothers;
        final UUID leaders;
        final UUID minutes;
        final Browser officer;
        final Browser colleague;
        final Browser leader;

        Tale(Engine engine) throws Exception {
            town = new AlertTown(servers.on(engine));
            head = town.phone(town.villageHead);
            Grant leads = Commune.grant(ActingRole.GROUP_LEADER, Commune.CODE, LocalDate.parse("2026-02-01"));
            twoHats = town.commune.person(
                    "Hoàng Hai Vai", leads, Commune.grant(ActingRole.ASSOCIATION_OFFICER, Commune.CODE, null));
            town.loan(OWN_LOAN, "hoang hai vai");
            town.loan(LEADERS_LOAN, "leader");
            town.sql("UPDATE loan SET customer_code = ? WHERE number = ?", CUSTOMER, LEADERS_LOAN);
            own = check(OWN_LOAN, 1);
            anothers = check(AlertTown.LOAN, 2);
            leaders = check(LEADERS_LOAN, 3);
            minutes = minutes();
            officer = Browser.of(town.server, twoHats, "hai.vai");
            colleague = Browser.of(town.server, town.officer, "dong.nghiep");
            leader = Browser.of(town.server, town.leader, "lanh.dao");
        }

        private UUID check(String loan, int place) throws Exception {
            Draft draft = town.check(head, 50_000_000, 30_000_000, Finding.of(FindingCode.PARTIAL_MISUSE));
            draft.loanNumber = loan;
            String body =
                    "{" + String.format(POSITION, place, place) + body(draft).substring(1);
            assertThat(head.push(head.seal(draft, body)).results().get(0).problems())
                    .isEmpty();
            return draft.id;
        }

        private String body(Draft draft) {
            return head.seal(draft).body();
        }

        private UUID minutes() throws Exception {
            SealingPhone bank = town.phone(town.bank);
            Draft draft = bank.draft(ActingRole.CREDIT_OFFICER, Commune.CODE);
            draft.kind = RecordKind.MONITORING_MINUTES;
            draft.groupCode = AlertTown.GROUP;
            draft.wall = town.clock.instant();
            draft.payload = new MonitoringMinutes(
                    MonitoringMinutes.Form.VILLAGE,
                    RecordSubject.VILLAGE,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    "fees were taken",
                    null,
                    null,
                    List.of(new MonitoringMinutes.Recommendation(UUID.randomUUID(), "Trả lại phí", null, null)),
                    List.of(Finding.of(FindingCode.UNLAWFUL_FEE)),
                    null,
                    null,
                    List.of());
            assertThat(town.push(bank, draft).problems()).isEmpty();
            return draft.id;
        }

        void work() {
            town.server.bean(Jobs.class).runDue();
        }
    }

    private static boolean lists(Page page, UUID record) {
        return page.html().select("a[href*=" + record + "]").size() > 0;
    }

    @ParameterizedTest
    @EnumSource
    void aBorrower_whoIsInOfficeToo_findsHisOwnCheckNowhere(Engine engine) {
        Tale tale = on(engine);

        Page list = tale.officer.get("/records");
        assertThat(lists(list, tale.own)).isFalse();
        assertThat(lists(list, tale.anothers)).isTrue();
        assertThat(lists(tale.officer.get("/records?search=hoang+hai"), tale.own))
                .isFalse();
        assertThat(tale.officer.get("/records/" + tale.own).status()).isEqualTo(404);
        assertThat(tale.officer
                        .get("/records/" + tale.own + "/files/" + "0".repeat(64))
                        .status())
                .isEqualTo(404);
        assertThat(tale.officer.get("/records/" + tale.anothers).status()).isEqualTo(200);
        Page map = tale.officer.get("/");
        assertThat(lists(map, tale.own)).isFalse();
        assertThat(lists(map, tale.anothers)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void hisColleagues_seeAllOfIt(Engine engine) {
        Tale tale = on(engine);

        assertThat(lists(tale.colleague.get("/records"), tale.own)).isTrue();
        assertThat(lists(tale.colleague.get("/"), tale.own)).isTrue();
        assertThat(tale.colleague.get("/records/" + tale.own).status()).isEqualTo(200);
        assertThat(tale.colleague.get("/records/" + tale.minutes).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void anExport_carriesNothingAboutWhoeverExports(Engine engine) {
        Tale tale = on(engine);

        assertThat(exported(tale.officer)).doesNotContain(OWN_LOAN).contains(AlertTown.LOAN);
        assertThat(exported(tale.colleague)).contains(OWN_LOAN).contains(AlertTown.LOAN);
    }

    private static String exported(Browser browser) {
        browser.confirm();
        Page file = browser.submit(browser.get("/records"), "form[action=/records/export]", Map.of());
        assertThat(file.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv");
        return new String(file.response().body(), StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @EnumSource
    void minutes_thatFindFaultWithAGroupsLeader_areNotShownToOneWhoLedIt(Engine engine) {
        Tale tale = on(engine);

        assertThat(tale.officer.get("/records/" + tale.minutes).status()).isEqualTo(404);
        assertThat(lists(tale.officer.get("/records"), tale.minutes)).isFalse();
        assertThat(tale.officer.get("/recommendations").text()).doesNotContain("Trả lại phí");
        assertThat(tale.colleague.get("/recommendations").text()).contains("Trả lại phí");
    }

    @ParameterizedTest
    @EnumSource
    void anAlert_aboutHisOwnLoan_goesToTheOthers(Engine engine) {
        Tale tale = on(engine);

        assertThat(loans(tale, tale.twoHats))
                .doesNotContain(LoanIds.of(OWN_LOAN))
                .contains(AlertTown.LOAN_ID);
        assertThat(loans(tale, tale.town.officer)).contains(LoanIds.of(OWN_LOAN), AlertTown.LOAN_ID);
    }

    private static List<@Nullable UUID> loans(Tale tale, Person person) {
        return tale.town.inbox(person).stream()
                .filter(entry -> entry.alert().rule().equals(AlertRule.PURPOSE_MISUSED.name()))
                .map(entry -> entry.alert().loanId())
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aLeader_ofWhomItIsSaidThatHeBorrows_seesNothingOfItFromThenOnAndAgainWhenItWasAnError(Engine engine) {
        Tale tale = on(engine);
        Borrowers borrowers = tale.town.server.bean(Borrowers.class);
        UUID id = tale.town.leader.id();
        assertThat(tale.leader.get("/records/" + tale.leaders).status()).isEqualTo(200);

        borrowers.say(id, CUSTOMER, true);
        tale.work();

        assertThat(tale.leader.get("/records/" + tale.leaders).status()).isEqualTo(404);
        assertThat(lists(tale.leader.get("/records"), tale.leaders)).isFalse();
        assertThat(loans(tale, tale.town.leader)).doesNotContain(LoanIds.of(LEADERS_LOAN));
        assertThat(loans(tale, tale.town.bank)).contains(LoanIds.of(LEADERS_LOAN));
        assertThat(tale.leader.get("/records/" + tale.own).status()).isEqualTo(200);

        borrowers.say(id, CUSTOMER, false);
        tale.work();

        assertThat(tale.leader.get("/records/" + tale.leaders).status()).isEqualTo(200);
        assertThat(loans(tale, tale.town.leader)).contains(LoanIds.of(LEADERS_LOAN));
    }

    @ParameterizedTest
    @EnumSource
    void aSheet_onWhichHisLoanStands_isNotShownToHim(Engine engine) throws Exception {
        Tale tale = on(engine);
        UUID sheet = tale.check(AlertTown.LOAN, 4);
        assertThat(tale.officer.get("/records/" + sheet).status()).isEqualTo(200);

        tale.town.sql("INSERT INTO sheet_row (sheet_id, check_id) VALUES (?, ?)", sheet, tale.own);

        assertThat(tale.officer.get("/records/" + sheet).status()).isEqualTo(404);
        assertThat(tale.colleague.get("/records/" + sheet).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void theWaitingQueue_leavesOutWhatIsAboutItsReader(Engine engine) {
        Tale tale = on(engine);
        QueueDesk desk = tale.town.server.bean(QueueDesk.class);

        assertThat(waiting(desk, tale, tale.twoHats)).doesNotContain(tale.own).contains(tale.anothers);
        assertThat(waiting(desk, tale, tale.town.officer)).contains(tale.own, tale.anothers);
    }

    private static List<UUID> waiting(QueueDesk desk, Tale tale, Person person) {
        Grant grant = Commune.grant(ActingRole.ASSOCIATION_OFFICER, Commune.CODE, null);
        return desk
                .list(tale.town
                        .server
                        .bean(Scopes.class)
                        .of(person.id(), List.of(grant))
                        .without(tale.town.server.bean(Borrowers.class).of(person.id())))
                .stream()
                .map(QueueDesk.Waiting::recordId)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void aNamesake_elsewhereInTheCommune_hidesNothing(Engine engine) {
        Tale tale = on(engine);
        Person namesake =
                tale.town.commune.person("Hoàng Hai Vai", Commune.grant(ActingRole.CREDIT_OFFICER, Commune.CODE, null));

        assertThat(tale.town.server.bean(Borrowers.class).of(namesake.id()).loans())
                .isEmpty();
        assertThat(tale.town.server.bean(Borrowers.class).of(tale.twoHats.id()).loans())
                .containsExactly(LoanIds.of(OWN_LOAN));
    }
}

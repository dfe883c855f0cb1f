package vn.sothon.server.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sothon.server.loan.RosterTale.AUGUST;
import static vn.sothon.server.loan.RosterTale.SEPTEMBER;
import static vn.sothon.server.loan.RosterTale.creditFile;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Withdrawal;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.Engine;
import vn.sothon.server.Minutes;
import vn.sothon.server.Servers;
import vn.sothon.server.access.Scope;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.loan.RosterUndo.Reason;
import vn.sothon.server.loan.YearPlanService.Asked;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.sync.push.SealingPhone;

/** What is to be checked in the year, who was asked, and what records then do of it. */
class YearPlanIT {
    private static final LocalDate START = LocalDate.of(2020, 1, 1);

    @RegisterExtension
    static final Servers servers = new Servers();

    @ParameterizedTest
    @EnumSource
    void plan_whenLoansOfEarlierYearsAreKnown_asksForTheirShareGroupByGroup(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(
                AUGUST,
                tale.loan(1),
                tale.loan(2),
                tale.loan(3),
                tale.loan(4).with(RosterColumn.GROUP_CODE, tale.commune + "02"),
                tale.loan(5).with(RosterColumn.DISBURSED_ON, LocalDate.of(year(server), 1, 1))));
        YearPlanLookup plans = server.bean(YearPlanLookup.class);

        YearPlan plan = plans.of(all(tale), year(server));

        assertThat(plan.groups()).extracting(YearPlan.Group::earlierLoans).containsExactlyInAnyOrder(3, 1);
        assertThat(plan.loansToCheck()).isEqualTo(4);
        assertThat(plan.groupsInspected()).isZero();
        YearPlanService service = server.bean(YearPlanService.class);
        service.difficult(all(tale), tale.commune, tale.first, true, "Lan");
        assertThat(plans.of(all(tale), year(server)).groups())
                .allSatisfy(group -> assertThat(group.difficult()).isTrue());
        // 75 % of three loans are three, of four loans would be three as well.
        assertThat(plans.of(all(tale), year(server)).loansToCheck()).isEqualTo(4);
    }

    @ParameterizedTest
    @EnumSource
    void plan_whenTheScopeIsAnother_showsNothingAndRefusesActs(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        YearPlanLookup plans = server.bean(YearPlanLookup.class);
        Scope women = new Scope(
                UUID.randomUUID(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(new Scope.AssociationIn(tale.commune, "12")));
        Scope farmers = new Scope(
                UUID.randomUUID(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(new Scope.AssociationIn(tale.commune, "11")));

        assertThat(plans.of(women, year(server)).groups()).hasSize(1);
        assertThat(plans.of(farmers, year(server)).groups()).isEmpty();
        assertThat(plans.group(farmers, tale.group, year(server))).isEmpty();
        assertThatThrownBy(() -> server.bean(YearPlanService.class)
                        .inspect(
                                farmers,
                                tale.group,
                                year(server),
                                new Asked(UUID.randomUUID(), lastDay(server), "Lan")))
                .isInstanceOfSatisfying(AdminRefused.class, refused -> assertThat(refused.code())
                        .isEqualTo("UNKNOWN_GROUP"));
    }

    @ParameterizedTest
    @EnumSource
    void asked_whenThePersonOrDayDoesNotFit_isRefusedAndNothingIsPlanned(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        UUID leader = person(server, "Leader", ActingRole.GROUP_LEADER, tale.commune, tale.group, null);
        UUID elsewhere = person(server, "Head", ActingRole.VILLAGE_HEAD, tale.second, null, null);
        YearPlanService service = server.bean(YearPlanService.class);

        for (Asked asked : List.of(
                new Asked(leader, lastDay(server), "Lan"),
                new Asked(elsewhere, lastDay(server), "Lan"),
                new Asked(leader, lastDay(server).plusDays(1), "Lan"))) {
            assertThatThrownBy(() -> service.inspect(all(tale), tale.group, year(server), asked))
                    .isInstanceOf(AdminRefused.class);
        }

        assertThat(tale.feed("obligation")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void assignment_whenTheCheckAndTheMinutesCome_isDoneAndOpenAgainWhenTheyAreTakenBack(Engine engine)
            throws Exception {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1), tale.loan(2)));
        UUID head = person(server, "Head", ActingRole.VILLAGE_HEAD, tale.first, null, null);
        YearPlanService service = server.bean(YearPlanService.class);
        UUID loan = LoanIds.of(tale.number(1));
        service.inspect(all(tale), tale.group, year(server), new Asked(head, lastDay(server), "Lan"));
        service.check(all(tale), tale.group, List.of(loan), year(server), new Asked(head, lastDay(server), "Lan"));
        assertThat(tale.feed("obligation"))
                .allSatisfy(row -> assertThat(row.data()).contains("\"assignedTo\":\"" + head))
                .anySatisfy(row -> assertThat(row.data()).contains("GROUP_INSPECTION", tale.group))
                .anySatisfy(row -> assertThat(row.data()).contains("YEAR_PLAN", loan.toString()));

        SealingPhone phone = phone(server, head);
        SealingPhone.Draft check = phone.draft(ActingRole.VILLAGE_HEAD, tale.commune);
        check.villageCode = tale.first;
        check.loanId = loan;
        SealingPhone.Draft minutes = phone.draft(ActingRole.VILLAGE_HEAD, tale.commune);
        minutes.kind = RecordKind.MONITORING_MINUTES;
        minutes.villageCode = tale.first;
        minutes.groupCode = tale.group;
        minutes.payload = Minutes.ofGroup();
        phone.push(phone.seal(check), phone.seal(minutes));

        YearPlan.OneGroup group = server.bean(YearPlanLookup.class)
                .group(all(tale), tale.group, year(server))
                .orElseThrow();
        assertThat(group.group().checked()).isEqualTo(1);
        assertThat(group.group().inspections()).hasSize(1);
        assertThat(group.group().assigned())
                .allSatisfy(one -> assertThat(one.isOpen()).isFalse());
        assertThat(tale.feed("obligation"))
                .anySatisfy(row -> assertThat(row.data()).contains("YEAR_PLAN", "\"doneBy\":\"" + check.id))
                .anySatisfy(row -> assertThat(row.data()).contains("GROUP_INSPECTION", "\"doneBy\":\"" + minutes.id));

        SealingPhone.Draft back = phone.draft(ActingRole.VILLAGE_HEAD, tale.commune);
        back.kind = RecordKind.WITHDRAWAL;
        back.villageCode = tale.first;
        back.payload = new Withdrawal(minutes.id, "mistaken");
        phone.push(phone.seal(back));

        assertThat(tale.feed("obligation"))
                .anySatisfy(row ->
                        assertThat(row.data()).contains("GROUP_INSPECTION").doesNotContain("doneBy"));
        assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        assertThat(server.bean(RosterDesk.class).undo(all(tale), tale.commune, "Lan"))
                .isInstanceOf(RosterUndo.Refused.class);
    }

    @ParameterizedTest
    @EnumSource
    void assignment_whenItsLoanMovesOrIsGivenToAnotherOrTakenBack_followsOnThePhones(Engine engine) {
        RunningServer server = servers.on(engine);
        RosterTale tale = new RosterTale(server);
        tale.apply(creditFile(AUGUST, tale.loan(1)));
        UUID leader = person(server, "Leader", ActingRole.COMMUNE_LEADER, tale.commune, null, null);
        UUID officer = person(server, "Officer", ActingRole.CREDIT_OFFICER, tale.commune, null, null);
        YearPlanService service = server.bean(YearPlanService.class);
        UUID loan = LoanIds.of(tale.number(1));
        Asked asked = new Asked(leader, lastDay(server), "Lan");
        service.check(all(tale), tale.group, List.of(loan), year(server), asked);
        service.check(all(tale), tale.group, List.of(loan), year(server), new Asked(officer, lastDay(server), "Lan"));
        assertThat(tale.feed("obligation")).singleElement().satisfies(row -> {
            assertThat(row.version()).isEqualTo(2);
            assertThat(row.data()).contains(officer.toString());
        });
        assertThat(server.bean(RosterDesk.class).undo(all(tale), tale.commune, "Lan"))
                .isEqualTo(new RosterUndo.Refused(Reason.CHECKS_PLANNED, 1));

        tale.apply(creditFile(SEPTEMBER, tale.loan(1).with(RosterColumn.VILLAGE_CODE, tale.second)));

        assertThat(tale.feed("obligation").stream().filter(row -> !row.removed()))
                .singleElement()
                .satisfies(row -> assertThat(row.village()).isEqualTo(tale.second));
        service.withdraw(all(tale), PlannedCheck.ofLoan(loan, year(server)), year(server));
        assertThat(tale.feed("obligation").stream().filter(row -> !row.removed()))
                .isEmpty();
    }

    private static SealingPhone phone(RunningServer server, UUID person) throws Exception {
        String code = server.bean(EnrolmentService.class)
                .makeCode(person, EnrolmentService.ON_PAPER)
                .text();
        return SealingPhone.enrol(server.address(), code);
    }

    private static UUID person(
            RunningServer server,
            String name,
            ActingRole role,
            String area,
            @Nullable String group,
            @Nullable String association) {
        return server.bean(PeopleService.class)
                .add(new NewPerson(name, null, List.of(new Grant(role, area, group, association, START, null))))
                .id();
    }

    private static int year(RunningServer server) {
        return server.bean(ServerClock.class).today().getYear();
    }

    private static LocalDate lastDay(RunningServer server) {
        return LocalDate.of(year(server), 12, 31);
    }

    private static Scope all(RosterTale tale) {
        return new Scope(UUID.randomUUID(), Set.of(), Set.of(tale.commune), Set.of(), Set.of(), Set.of());
    }
}

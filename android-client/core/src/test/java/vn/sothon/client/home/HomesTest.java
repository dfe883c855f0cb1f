package vn.sothon.client.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.sothon.client.PhoneWorld;
import vn.sothon.client.alert.AlertItem;
import vn.sothon.client.home.AssociationDay.GroupLine;
import vn.sothon.client.home.CommuneDay.LateVillage;
import vn.sothon.client.home.People.Person;
import vn.sothon.client.lock.InMemoryNotes;
import vn.sothon.client.task.DueWork;
import vn.sothon.client.task.WorkList;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.loan.Views;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.rule.CheckPolicy;
import vn.sothon.model.sync.Contact;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.PhoneNumber;

/** The first page of each office, from what a phone has pulled. */
class HomesTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-10");
    private static final LocalDate LONG_AGO = LocalDate.parse("2026-01-01");
    private static final String COMMUNE = "000101";

    private final PhoneWorld world = PhoneWorld.enrolled();

    @Test
    void commune_whenVillagesAreLateAndPhonesSilent_putsThemBesideTheAlertsWithWhomToCall() {
        UUID head = person("Head of the second", ActingRole.VILLAGE_HEAD, "00010102", null, null, "0902");
        village("00010101", "One");
        village("00010102", "Two");
        loan("00010101", "G1", "2026-03-01");
        loan("00010102", "G2", "2026-03-07");
        loan("00010102", "G2", "2026-02-01");
        loan("00010102", "G2", "2026-04-01");
        UUID silent = alert(AlertRule.PHONE_SILENT, AlertState.OPEN, head, null, Map.of("days", "9", "loans", "4"));
        UUID misuse = alert(AlertRule.PURPOSE_MISUSED, AlertState.OPEN, null, "G1", Map.of());
        alert(AlertRule.PHONE_SILENT, AlertState.RESOLVED, head, null, Map.of());

        CommuneDay day = CommuneDay.of(due(), world.phone.alerts(), People.of(work()));

        assertThat(day.alerts()).extracting(AlertItem::id).containsExactly(misuse);
        assertThat(day.late())
                .extracting(LateVillage::name, LateVillage::checks, LateVillage::worstDays)
                .containsExactly(tuple("Two", 2, 37L), tuple("One", 1, 9L));
        assertThat(day.late().get(0).head()).extracting(Person::number).isEqualTo("0902");
        assertThat(day.late().get(1).head()).isNull();
        assertThat(day.silent()).singleElement().satisfies(phone -> {
            assertThat(phone.alert().id()).isEqualTo(silent);
            assertThat(phone.owner().number()).isEqualTo("0902");
            assertThat(phone.days()).isEqualTo(9);
            assertThat(phone.loans()).isEqualTo(4);
        });
    }

    @Test
    void people_whoMayBeAsked_areThoseInOfficeThereButNeverOneItIsAbout() {
        group("G1", "12");
        UUID chief = person("Chief", ActingRole.COMMUNE_LEADER, COMMUNE, null, null, null);
        UUID head = person("Head", ActingRole.VILLAGE_HEAD, "00010101", null, null, null);
        person("Other head", ActingRole.VILLAGE_HEAD, "00010102", null, null, null);
        person("Leads it", ActingRole.GROUP_LEADER, COMMUNE, "G1", null, null);
        UUID women = person("Women", ActingRole.ASSOCIATION_OFFICER, COMMUNE, null, "12", null);
        person("Farmers", ActingRole.ASSOCIATION_OFFICER, COMMUNE, null, "11", null);
        UUID me = person("Me", ActingRole.COMMUNE_LEADER, COMMUNE, null, null, null);
        alert(AlertRule.PURPOSE_MISUSED, AlertState.OPEN, null, "G1", Map.of());
        UUID about = alert(AlertRule.PHONE_SILENT, AlertState.OPEN, head, "G1", Map.of());
        People people = People.of(work());

        AlertView misuse = world.phone.alerts().all().stream()
                .filter(item -> !item.id().equals(about))
                .findFirst()
                .orElseThrow()
                .view();
        assertThat(people.answering(misuse, me)).extracting(Person::id).containsExactly(chief, women, head);
        AlertView silent = world.phone.alerts().find(about).orElseThrow().view();
        assertThat(people.answering(silent, me)).extracting(Person::id).containsExactly(chief, women);
    }

    @Test
    void people_toCall_areThoseWithANumberAndNotOneself() {
        person("No number", ActingRole.COMMUNE_LEADER, COMMUNE, null, null, null);
        UUID head = person("Head", ActingRole.VILLAGE_HEAD, "00010101", null, null, "0902");
        UUID bank = person("Bank", ActingRole.CREDIT_OFFICER, COMMUNE, null, null, "0903");
        UUID me = person("Me", ActingRole.VILLAGE_HEAD, "00010102", null, null, "0904");

        assertThat(People.of(work()).callable(me)).extracting(Person::id).containsExactly(bank, head);
    }

    @Test
    void misuse_onAFriday_isToBeReportedByWednesdayAndTheEarliestStandsFirst() {
        UUID later = alert(AlertRule.PURPOSE_MISUSED, AlertState.OPEN, null, "G1", Map.of(), "2026-03-09T03:00:00Z");
        UUID friday = alert(AlertRule.RECEIVED_LESS, AlertState.OPEN, null, "G1", Map.of(), "2026-03-06T03:00:00Z");
        alert(AlertRule.ABSCONDED, AlertState.OPEN, null, "G1", Map.of(), "2026-03-06T03:00:00Z");
        alert(AlertRule.PURPOSE_MISUSED, AlertState.RESOLVED, null, "G1", Map.of(), "2026-03-06T03:00:00Z");

        List<MisuseList.Line> lines = MisuseList.of(work(), world.phone.alerts(), TODAY);

        assertThat(lines).extracting(line -> line.alert().id()).containsExactly(friday, later);
        assertThat(lines.get(0).deadline()).isEqualTo(LocalDate.parse("2026-03-11"));
        assertThat(lines).extracting(MisuseList.Line::daysLeft).containsExactly(1, 2);
        CheckPolicy quick = new CheckPolicy(LONG_AGO, 30, 3, 1, 90, 1);
        world.server.publish("policy", "2026-01-01", 1, quick);
        assertThat(MisuseList.of(work(), world.phone.alerts(), TODAY))
                .extracting(MisuseList.Line::daysLeft)
                .containsExactly(-1, 0);
    }

    @Test
    void workingDays_overAWeekendAndAHoliday_areNotCounted() {
        assertThat(WorkingDays.after(LocalDate.parse("2026-04-29"), 1)).isEqualTo(LocalDate.parse("2026-05-04"));
        assertThat(WorkingDays.left(LocalDate.parse("2026-04-29"), LocalDate.parse("2026-05-04")))
                .isEqualTo(1);
        assertThat(WorkingDays.left(LocalDate.parse("2026-05-04"), LocalDate.parse("2026-04-29")))
                .isEqualTo(-1);
    }

    @Test
    void association_seesItsGroupsTheLatestFirstAndWhatOthersWereAskedToDo() {
        group("G1", "12");
        group("G2", "12");
        group("G3", "11");
        UUID head = person("Head", ActingRole.VILLAGE_HEAD, "00010101", null, null, "0902");
        UUID me = UUID.randomUUID();
        loan("00010101", "G2", "2026-03-01");
        loan("00010101", "G1", "2026-03-12");
        assigned("G1", "2026-03-01", head);
        assigned("G1", "2026-06-01", head);
        assigned("G1", "2026-06-01", me);

        AssociationDay day = AssociationDay.of(
                new AssociationDay.From(
                        work(), due(), world.store.book(), new HandedSheets(new InMemoryNotes()), People.of(work())),
                "12",
                me,
                TODAY);

        assertThat(day.groups()).extracting(GroupLine::code).containsExactly("G2", "G1");
        assertThat(day.groups().get(0).late()).isEqualTo(1);
        assertThat(day.groups().get(1).soon()).isEqualTo(1);
        assertThat(day.groups().get(1).inspection()).isEqualTo(-9);
        assertThat(day.given()).singleElement().satisfies(line -> {
            assertThat(line.person().name()).isEqualTo("Head");
            assertThat(line.checks()).isEqualTo(2);
            assertThat(line.late()).isEqualTo(1);
        });
        assertThat(day.sheets()).isEmpty();
    }

    @Test
    void offices_whenTheServerHasChangedThem_areThoseItToldLast() {
        UUID me = world.store.sessions().current().orElseThrow().person().id();
        assertThat(world.phone.offices().mustChoose()).isFalse();
        world.server.publish(
                "person",
                me.toString(),
                1,
                new Contact(
                        me,
                        "Me",
                        List.of(
                                new Grant(ActingRole.VILLAGE_HEAD, COMMUNE, null, null, LONG_AGO, null),
                                new Grant(ActingRole.COMMUNE_LEADER, COMMUNE, null, null, LONG_AGO, null),
                                new Grant(
                                        ActingRole.CREDIT_OFFICER,
                                        COMMUNE,
                                        null,
                                        null,
                                        LocalDate.parse("2030-01-01"),
                                        null))));
        world.phone.engine().syncOnce();

        assertThat(world.phone.offices().roles())
                .containsExactlyInAnyOrder(ActingRole.VILLAGE_HEAD, ActingRole.COMMUNE_LEADER);
        assertThat(world.phone.offices().mustChoose()).isTrue();
        world.phone.offices().choose(ActingRole.COMMUNE_LEADER);
        assertThat(world.phone.offices().mustChoose()).isFalse();
        assertThat(world.phone
                        .workPlaces()
                        .acting(null, null, null)
                        .orElseThrow()
                        .role())
                .isEqualTo(ActingRole.COMMUNE_LEADER);
    }

    private WorkList work() {
        world.phone.engine().syncOnce();
        return world.phone.workList();
    }

    private DueWork due() {
        return DueWork.of(work(), TODAY, Set.of(), Set.of());
    }

    private void village(String code, String name) {
        world.server.publish("village", code, 1, new Views.Village(code, name, COMMUNE));
    }

    private void group(String code, String association) {
        world.server.publish(
                "group", code, 1, new Views.Group(code, "Group " + code, COMMUNE, "00010101", association, "Y Thoan"));
    }

    private UUID person(
            String name,
            ActingRole role,
            String area,
            @Nullable String group,
            @Nullable String association,
            @Nullable String number) {
        UUID id = UUID.randomUUID();
        world.server.publish(
                "person",
                id.toString(),
                1,
                new Contact(id, name, List.of(new Grant(role, area, group, association, LONG_AGO, null))));
        if (number != null) {
            world.server.publish("phoneNumber", id.toString(), 1, new PhoneNumber(id, number));
        }
        return id;
    }

    private void loan(String village, String group, String due) {
        UUID id = UUID.randomUUID();
        world.server.publish(
                "loan",
                id.toString(),
                1,
                new Views.Loan(
                        id,
                        "6600000101000001",
                        COMMUNE,
                        village,
                        group,
                        "A Thao",
                        "01",
                        null,
                        50_000_000L,
                        null,
                        null,
                        null,
                        null,
                        "OPEN",
                        null,
                        null));
        UUID owed = UUID.randomUUID();
        world.server.publish(
                "obligation",
                owed.toString(),
                1,
                new Views.Obligation(owed, id, "POST_DISBURSEMENT", LocalDate.parse(due), null));
    }

    private void assigned(String group, String due, UUID person) {
        UUID owed = UUID.randomUUID();
        world.server.publish(
                "obligation",
                owed.toString(),
                1,
                new Views.Obligation(owed, null, "GROUP_YEARLY", LocalDate.parse(due), null, group, person));
    }

    private UUID alert(
            AlertRule rule, AlertState state, @Nullable UUID person, @Nullable String group, Map<String, String> args) {
        return alert(rule, state, person, group, args, "2026-03-09T03:00:00Z");
    }

    private UUID alert(
            AlertRule rule,
            AlertState state,
            @Nullable UUID person,
            @Nullable String group,
            Map<String, String> args,
            String openedAt) {
        UUID id = UUID.randomUUID();
        AlertView view = new AlertView(
                id,
                rule.name(),
                AlertSeverity.WARNING,
                state,
                COMMUNE,
                "00010101",
                group,
                null,
                null,
                person,
                null,
                null,
                args,
                1,
                Instant.parse(openedAt),
                null,
                0,
                null,
                ActingRole.COMMUNE_LEADER,
                true,
                null,
                null);
        world.server.publish("alert", id.toString(), 1, view);
        return id;
    }
}

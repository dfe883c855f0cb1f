package vn.sothon.server.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.Payload;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.server.Commune;
import vn.sothon.server.TestClock;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.loan.LoanIds;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.sync.push.SealingPhone;

/** A commune with everybody an alert can concern, a group of the women's association with one loan, and a clock. */
public final class AlertTown {
    public static final String GROUP = "9800101";
    public static final String LOAN = "6600980010000001";
    public static final UUID LOAN_ID = LoanIds.of(LOAN);
    public static final Instant MORNING = Instant.parse("2026-03-02T02:00:00Z");

    public final RunningServer server;
    public final TestClock clock = new TestClock(MORNING);
    public final Commune commune;
    public final Person villageHead;
    public final Person otherHead;
    public final Person groupLeader;
    public final Person officer;
    public final Person leader;
    public final Person bank;
    public final Person province;
    public final Person administrator;

    public AlertTown(RunningServer server) {
        this.server = server;
        server.bean(ServerClock.class).use(clock);
        commune = new Commune(server);
        villageHead = commune.villageHead();
        otherHead = commune.person("Head of the second village", grant(ActingRole.VILLAGE_HEAD, Commune.SECOND));
        groupLeader = commune.person("Leader of the group", grant(ActingRole.GROUP_LEADER, Commune.CODE));
        officer = commune.person("Officer", grant(ActingRole.ASSOCIATION_OFFICER, Commune.CODE));
        leader = commune.person("Leader", grant(ActingRole.COMMUNE_LEADER, Commune.CODE));
        bank = commune.person("Bank", grant(ActingRole.CREDIT_OFFICER, Commune.CODE));
        province = commune.person("Province", grant(ActingRole.PROVINCE_VIEWER, Commune.PROVINCE));
        administrator = commune.person("Administrator", grant(ActingRole.ADMINISTRATOR, "VN"));
        sql(
                "INSERT INTO savings_group (code, name, commune_code, village_code, association, version) VALUES (?, 'Group one', ?, ?, '12', 1)",
                GROUP,
                Commune.CODE,
                Commune.FIRST);
        loan(LOAN, "a borrower");
    }

    private static Grant grant(ActingRole role, String area) {
        return Commune.grant(role, area, null);
    }

    public void loan(String number, String borrowerSearch) {
        sql(
                """
                INSERT INTO loan (id, number, borrower_name, borrower_search, commune_code, village_code, group_code,
                    disbursed, status, version) VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS BIGINT), 'OPEN', 1)
                """,
                LoanIds.of(number),
                number,
                borrowerSearch,
                borrowerSearch,
                Commune.CODE,
                Commune.FIRST,
                GROUP,
                50_000_000L);
    }

    /** A check of a loan that is owed by that day. */
    public void owed(String loan, LocalDate due) {
        sql(
                "INSERT INTO obligation (id, loan_id, kind, due_on, version) VALUES (?, ?, 'POST_DISBURSEMENT', ?, 1)",
                UUID.randomUUID(),
                LoanIds.of(loan),
                due);
    }

    public void sql(String statement, @Nullable Object... values) {
        server.bean(Writer.class).write(tx -> Sql.update(tx.connection(), statement, values));
    }

    public SealingPhone phone(Person person) throws Exception {
        return SealingPhone.enrol(server.address(), commune.code(person));
    }

    /** A check of the group's loan by the village head. */
    public SealingPhone.Draft check(SealingPhone phone, long received, long proper, Finding... findings) {
        SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.villageCode = Commune.FIRST;
        draft.loanNumber = LOAN;
        draft.payload = SealingPhone.check(received, proper, List.of(findings));
        draft.wall = clock.instant();
        return draft;
    }

    public SealingPhone.Draft correction(SealingPhone phone, SealingPhone.Draft original, Payload payload) {
        SealingPhone.Draft draft = check(phone, 1, 1);
        draft.corrects = original.id;
        draft.reason = "counted again";
        draft.payload = payload;
        return draft;
    }

    public Result acknowledge(SealingPhone phone, ActingRole role, AlertLookup.Entry entry) throws Exception {
        return act(
                phone,
                role,
                RecordKind.ACKNOWLEDGE_ALERT,
                new Act.AcknowledgeAlert(entry.alert().id(), entry.version()));
    }

    public Result resolve(SealingPhone phone, ActingRole role, AlertLookup.Entry entry, String note) throws Exception {
        return act(
                phone,
                role,
                RecordKind.RESOLVE_ALERT,
                new Act.ResolveAlert(entry.alert().id(), entry.version(), note));
    }

    public Result assign(SealingPhone phone, ActingRole role, AlertLookup.Entry entry, Person asked) throws Exception {
        return act(
                phone,
                role,
                RecordKind.ASSIGN_ALERT,
                new Act.AssignAlert(entry.alert().id(), entry.version(), asked.id()));
    }

    private Result act(SealingPhone phone, ActingRole role, RecordKind kind, Act act) throws Exception {
        SealingPhone.Draft draft = phone.draft(role, Commune.CODE);
        draft.kind = kind;
        draft.villageCode = role == ActingRole.VILLAGE_HEAD ? Commune.FIRST : null;
        draft.payload = act;
        draft.wall = clock.instant();
        return phone.push(phone.seal(draft)).results().get(0);
    }

    public Result push(SealingPhone phone, SealingPhone.Draft draft) throws Exception {
        return phone.push(phone.seal(draft)).results().get(0);
    }

    public List<AlertLookup.Entry> inbox(Person person) {
        return server.bean(AlertLookup.class).inbox(person.id(), AlertFilter.ALL, 100, 0);
    }

    public Optional<AlertLookup.Entry> inbox(Person person, AlertRule rule) {
        return inbox(person).stream()
                .filter(entry -> entry.alert().rule().equals(rule.name()))
                .findFirst();
    }

    public AlertView alert(Person person, AlertRule rule) {
        return inbox(person, rule).orElseThrow().alert();
    }

    public List<AlertEvent.What> history(Person person, AlertRule rule) {
        UUID id = alert(person, rule).id();
        return server.bean(AlertLookup.class).find(person.id(), id).orElseThrow().history().stream()
                .map(AlertEvent::what)
                .toList();
    }

    public void days(int days) {
        clock.forward(Duration.ofDays(days));
    }
}

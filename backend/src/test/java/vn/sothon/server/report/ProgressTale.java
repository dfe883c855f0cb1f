package vn.sothon.server.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Act;
import vn.sothon.model.record.Finding;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.record.Payload;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Withdrawal;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.server.Commune;
import vn.sothon.server.TestClock;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.loan.RosterFiles;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanReader;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.sync.push.SealingPhone;

/** A commune in November 2026 with the sample plan, its loans, a village head and its leader, each with a phone. */
final class ProgressTale {
    static final Path COMMUNE_PLAN = Path.of("src/main/resources/sample-plans/bai-cat-commune.txt");
    static final Path PROVINCE_PLAN = Path.of("src/main/resources/sample-plans/hai-au-province.txt");
    static final String GROUP = "9800101";
    static final Period YEAR = Period.ofYear(2026);
    private static final String HEADINGS =
            "Mã xã,Mã thôn,Mã tổ,Tên tổ,Mã KH,Tên KH,Số khế ước,Tình trạng món vay,Tổng dư nợ,Ngày giải ngân";

    final RunningServer server;
    final TestClock clock = TestClock.at("2026-11-22T02:00:00Z");
    final SealingPhone head;
    final SealingPhone leader;
    private final Path folder;

    ProgressTale(RunningServer server, Path folder) throws Exception {
        this.server = server;
        this.folder = folder;
        server.bean(ServerClock.class).use(clock);
        Commune commune = new Commune(server);
        this.head = SealingPhone.enrol(server.address(), commune.code(commune.villageHead()));
        this.leader = SealingPhone.enrol(
                server.address(),
                commune.code(commune.person("Leader", Commune.grant(ActingRole.COMMUNE_LEADER, Commune.CODE, null))));
    }

    static String number(int n) {
        return "660098001" + String.format("%07d", n);
    }

    /** A line of a roster: a loan of the first village's group. */
    static String loan(int n, String disbursedOn) {
        return loan(n, disbursedOn, "OPEN");
    }

    static String loan(int n, String disbursedOn, String status) {
        return String.join(
                ",",
                Commune.CODE,
                Commune.FIRST,
                GROUP,
                "Group one",
                String.format("98001%05d", n),
                "Borrower " + n,
                number(n),
                status,
                "50000000",
                disbursedOn);
    }

    void roster(LocalDate day, List<String> loans) throws Exception {
        List<String> lines = new ArrayList<>(loans);
        lines.add(0, HEADINGS);
        Path file = Files.writeString(folder.resolve("roster-" + day + ".csv"), String.join("\n", lines) + "\n");
        var unused = server.bean(RosterFiles.class).importFile(file, null, day, "a test");
    }

    UUID publish(Path document, String area) throws Exception {
        PlanReader.ReadPlan read = new PlanReader().read(document);
        PlanService plans = server.bean(PlanService.class);
        return server.bean(Writer.class).write(tx -> {
            UUID id = plans.importDraft(tx, read.plan(), read.sourceName(), read.sourceSha256(), area, clock.instant())
                    .planId();
            return plans.publish(tx, id, LocalDate.of(2026, 1, 1), area, null).planId();
        });
    }

    void withdraw(UUID plan) {
        server.bean(Writer.class).write(tx -> {
            server.bean(PlanService.class).withdraw(tx, plan, null);
            return plan;
        });
    }

    List<PlanTask> tasks(UUID plan) {
        return server.bean(Writer.class)
                .write(tx -> server.bean(PlanLookup.class).tasks(tx.connection(), plan));
    }

    SealingPhone.Draft check(int loan, String at, FindingCode... findings) {
        SealingPhone.Draft draft = head.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.villageCode = Commune.FIRST;
        draft.loanNumber = number(loan);
        draft.wall = Instant.parse(at);
        draft.payload = SealingPhone.check(
                50_000_000,
                50_000_000,
                List.of(findings).stream().map(Finding::of).toList());
        return draft;
    }

    /** The borrower was not at home. */
    static LoanUseCheck attempt() {
        return new LoanUseCheck(
                VisitKind.SURPRISE,
                LoanUseCheck.Outcome.NOT_AT_HOME,
                null,
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                List.of());
    }

    SealingPhone.Draft minutes(String at, List<MonitoringMinutes.Recommendation> recommendations) {
        SealingPhone.Draft draft = head.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.kind = RecordKind.MONITORING_MINUTES;
        draft.villageCode = Commune.FIRST;
        draft.wall = Instant.parse(at);
        draft.payload = minutes(recommendations);
        return draft;
    }

    static MonitoringMinutes minutes(List<MonitoringMinutes.Recommendation> recommendations) {
        return new MonitoringMinutes(
                MonitoringMinutes.Form.VILLAGE,
                RecordSubject.VILLAGE,
                VisitKind.SCHEDULED,
                null,
                null,
                null,
                List.of(new Inspector("An", null)),
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                "what was looked at",
                null,
                null,
                recommendations,
                List.of(),
                null,
                null,
                List.of());
    }

    static MonitoringMinutes.Recommendation recommendation(String text, @Nullable String deadline) {
        return new MonitoringMinutes.Recommendation(
                UUID.randomUUID(), text, deadline == null ? null : LocalDate.parse(deadline), null);
    }

    SealingPhone.Draft correction(SealingPhone.Draft original, Payload payload) {
        SealingPhone.Draft draft = follow(original, original.kind, payload);
        draft.corrects = original.id;
        draft.reason = "counted again";
        draft.loanNumber = original.loanNumber;
        draft.wall = original.wall;
        return draft;
    }

    SealingPhone.Draft withdrawal(UUID record) {
        SealingPhone.Draft draft = head.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.kind = RecordKind.WITHDRAWAL;
        draft.villageCode = Commune.FIRST;
        draft.wall = clock.instant();
        draft.payload = new Withdrawal(record, "wrong house");
        return draft;
    }

    SealingPhone.Draft retie(UUID record, @Nullable UUID task) {
        return act(RecordKind.RETIE, new Act.Retie(record, 1, task, "belongs there"));
    }

    SealingPhone.Draft close(UUID recommendation) {
        return act(
                RecordKind.CLOSE_RECOMMENDATION,
                new Act.CloseRecommendation(recommendation, 1, "it was done", List.of()));
    }

    Result push(SealingPhone.Draft draft) throws Exception {
        SealingPhone phone = draft.role == ActingRole.COMMUNE_LEADER ? leader : head;
        return Objects.requireNonNull(phone.push(phone.seal(draft)).results().get(0));
    }

    /** Everything promised is done. */
    void settle() {
        while (server.bean(Jobs.class).runDue() > 0) {
            Thread.onSpinWait();
        }
    }

    PlanProgress progress(UUID plan, ProgressScope scope) {
        return server.bean(ProgressLookup.class).ofPlan(plan, YEAR, scope).orElseThrow();
    }

    ProgressRebuild.Report rebuild() {
        return server.bean(ProgressRebuild.class).run();
    }

    private SealingPhone.Draft follow(SealingPhone.Draft original, RecordKind kind, Payload payload) {
        SealingPhone.Draft draft = head.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.kind = kind;
        draft.villageCode = original.villageCode;
        draft.payload = payload;
        return draft;
    }

    private SealingPhone.Draft act(RecordKind kind, Act act) {
        SealingPhone.Draft draft = leader.draft(ActingRole.COMMUNE_LEADER, Commune.CODE);
        draft.kind = kind;
        draft.wall = clock.instant();
        draft.payload = act;
        return draft;
    }
}

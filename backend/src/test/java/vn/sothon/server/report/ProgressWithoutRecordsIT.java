package vn.sothon.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sothon.server.report.ProgressTale.COMMUNE_PLAN;
import static vn.sothon.server.report.ProgressTale.GROUP;
import static vn.sothon.server.report.ProgressTale.PROVINCE_PLAN;
import static vn.sothon.server.report.ProgressTale.YEAR;
import static vn.sothon.server.report.ProgressTale.loan;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.record.RecordKind;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.Minutes;
import vn.sothon.server.access.Scope;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.loan.YearPlanService;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.result.TaskResult;
import vn.sothon.server.plan.result.TaskResultLookup.Done;
import vn.sothon.server.plan.result.TaskResultService;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.report.rollup.TaskLinks;
import vn.sothon.server.sync.push.SealingPhone;

/** Tasks whose work is a document, and checks of groups that the year's plan asked for, count as well. */
class ProgressWithoutRecordsIT {
    private static final ProgressRebuild.Report RIGHT = new ProgressRebuild.Report(1, 0, List.of());

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void results_whenEnteredCorrectedAndTakenBack_countInTheirPeriodForThoseWhoSeeTheWholePlace(Engine engine)
            throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            ProgressTale tale = new ProgressTale(server, folder);
            UUID province = tale.publish(PROVINCE_PLAN, Commune.PROVINCE);
            UUID plan = tale.publish(COMMUNE_PLAN, Commune.CODE);
            PlanTask task = tale.tasks(plan).get(0);
            tale.push(tale.check(1, "2026-11-01T03:00:00Z"));
            tale.settle();

            TaskResult first = enter(tale, task, "2026-05-04", null, false);
            enter(tale, task, "2026-08-20", null, false);
            ProgressScope all = ProgressScope.all();
            assertThat(of(tale, plan, task, YEAR, all)).isEqualTo(new Done(2, LocalDate.of(2026, 8, 20)));
            assertThat(tale.progress(plan, all).tasks().get(0).begun()).isTrue();
            assertThat(tale.progress(plan, all).tasks().get(0).figures().records())
                    .isZero();
            assertThat(of(tale, plan, task, Period.parse("2026-Q2"), all))
                    .isEqualTo(new Done(1, LocalDate.of(2026, 5, 4)));
            assertThat(of(tale, plan, task, Period.parse("2026-12"), all)).isNull();
            assertThat(of(tale, plan, task, YEAR, ProgressScope.ofCommune(Commune.CODE)))
                    .isNotNull();
            assertThat(of(tale, plan, task, YEAR, ProgressScope.ofVillage(Commune.CODE, Commune.FIRST)))
                    .as("a commune's document is not the work of one village")
                    .isNull();
            assertThat(server.bean(ProgressLookup.class).byUnit(plan, YEAR, all))
                    .anySatisfy(unit -> assertThat(unit.results()).isNotNull());

            TaskResult mended = enter(tale, task, "2026-04-30", first.id(), false);
            assertThat(of(tale, plan, task, Period.parse("2026-05"), all)).isNull();
            assertThat(of(tale, plan, task, Period.parse("2026-04"), all)).isNotNull();
            enter(tale, task, "2026-04-30", mended.id(), true);
            assertThat(of(tale, plan, task, YEAR, all)).isEqualTo(new Done(1, LocalDate.of(2026, 8, 20)));

            server.bean(Writer.class).write(tx -> {
                server.bean(TaskLinks.class)
                        .decide(
                                tx,
                                server.bean(PlanLookup.class)
                                        .find(tx.connection(), plan)
                                        .orElseThrow(),
                                null,
                                task.key(),
                                "2.1",
                                new TaskLinks.Hand("Clerk", "read both"));
                return plan;
            });
            PlanTask above = tale.tasks(province).stream()
                    .filter(each -> each.key().equals("2.1"))
                    .findFirst()
                    .orElseThrow();
            assertThat(of(tale, province, above, YEAR, all)).isEqualTo(new Done(1, LocalDate.of(2026, 8, 20)));
            assertThat(tale.rebuild()).isEqualTo(RIGHT);
            assertThat(of(tale, plan, task, YEAR, all)).isEqualTo(new Done(1, LocalDate.of(2026, 8, 20)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void due_whenAGroupIsToBeInspected_countsItAndTheMinutesThatDidIt(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            ProgressTale tale = new ProgressTale(server, folder);
            UUID plan = tale.publish(COMMUNE_PLAN, Commune.CODE);
            tale.roster(LocalDate.of(2026, 11, 20), List.of(loan(1, "20/08/2025")));
            tale.settle();
            Figures before = tale.progress(plan, ProgressScope.all()).all();
            UUID head = tale.head.enrolment().person().id();
            Scope commune = new Scope(UUID.randomUUID(), Set.of(), Set.of(Commune.CODE), Set.of(), Set.of(), Set.of());

            server.bean(YearPlanService.class)
                    .inspect(
                            commune, GROUP, 2026, new YearPlanService.Asked(head, LocalDate.of(2026, 12, 20), "Clerk"));
            tale.settle();
            Figures asked = tale.progress(plan, ProgressScope.all()).all();
            assertThat(asked.due()).isEqualTo(before.due() + 1);
            assertThat(asked.notYetDue()).isEqualTo(before.notYetDue() + 1);
            assertThat(asked.groupsDue()).isEqualTo(1);
            assertThat(asked.groupsChecked()).isZero();

            SealingPhone.Draft minutes = tale.head.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
            minutes.kind = RecordKind.MONITORING_MINUTES;
            minutes.villageCode = Commune.FIRST;
            minutes.groupCode = GROUP;
            minutes.wall = tale.clock.instant();
            minutes.payload = Minutes.ofGroup();
            tale.push(minutes);
            tale.settle();
            Figures done = tale.progress(plan, ProgressScope.all()).all();
            assertThat(done.groupsChecked()).isEqualTo(1);
            assertThat(done.inTime()).isEqualTo(before.inTime() + 1);
            assertThat(done.due()).isEqualTo(done.checked() + done.overdue() + done.notYetDue());
            assertThat(tale.rebuild()).isEqualTo(RIGHT);

            tale.push(tale.withdrawal(minutes.id));
            tale.settle();
            assertThat(tale.progress(plan, ProgressScope.all()).all().groupsChecked())
                    .isZero();
            assertThat(tale.rebuild()).isEqualTo(RIGHT);
        }
    }

    private static TaskResult enter(
            ProgressTale tale, PlanTask task, String day, @Nullable UUID corrects, boolean nothing) {
        TaskResultService service = tale.server.bean(TaskResultService.class);
        UUID person = tale.leader.enrolment().person().id();
        return tale.server.bean(Writer.class).write(tx -> {
            service.allow(tx, person, task.planId(), null, Commune.START, null);
            return service.enter(
                    tx,
                    task.id(),
                    new TaskResultService.Entry(
                            null, LocalDate.parse(day), "what was done", "12/BC", null, corrects, nothing),
                    person);
        });
    }

    private static @Nullable Done of(ProgressTale tale, UUID plan, PlanTask task, Period period, ProgressScope scope) {
        return Objects.requireNonNull(
                        tale
                                .server
                                .bean(ProgressLookup.class)
                                .ofPlan(plan, period, scope)
                                .orElseThrow()
                                .tasks()
                                .stream()
                                .filter(each -> each.taskId().equals(task.id()))
                                .findFirst()
                                .orElseThrow())
                .results();
    }
}

package vn.sothon.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sothon.server.report.ProgressTale.COMMUNE_PLAN;
import static vn.sothon.server.report.ProgressTale.YEAR;
import static vn.sothon.server.report.ProgressTale.loan;
import static vn.sothon.server.report.ProgressTale.recommendation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.MonitoringMinutes.Recommendation;
import vn.sothon.model.sync.Push.Verdict;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.report.PlanProgress.TaskProgress;
import vn.sothon.server.sync.push.SealingPhone;

/** What a commune's figures say of a year that was counted by hand. */
class ProgressIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void figures_overAYear_areWhatAPersonCounts(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            ProgressTale tale = new ProgressTale(server, folder);
            UUID plan = tale.publish(COMMUNE_PLAN, Commune.CODE);
            // Due on 19 and 24 September, 21 November, 15 December.
            tale.roster(LocalDate.of(2026, 8, 31), List.of(loan(1, "20/08/2026"), loan(2, "25/08/2026")));
            tale.roster(
                    LocalDate.of(2026, 11, 20),
                    List.of(
                            loan(1, "20/08/2026"),
                            loan(2, "25/08/2026"),
                            loan(3, "22/10/2026"),
                            loan(4, "15/11/2026")));

            tale.push(tale.check(1, "2026-09-19T03:00:00Z", FindingCode.MISUSE, FindingCode.ABSCONDED));
            tale.push(tale.check(2, "2026-10-02T03:00:00Z", FindingCode.MISUSE));
            SealingPhone.Draft nobodyHome = tale.check(3, "2026-11-10T03:00:00Z");
            nobodyHome.payload = ProgressTale.attempt();
            tale.push(nobodyHome);
            Recommendation late = recommendation("mend the book", "2026-11-21");
            Recommendation open = recommendation("meet each month", "2026-11-22");
            Recommendation done = recommendation("show the list", null);
            tale.push(tale.minutes("2026-11-12T03:00:00Z", List.of(late, open, done)));
            tale.push(tale.close(done.id()));
            tale.settle();

            PlanProgress year = tale.progress(plan, ProgressScope.all());
            Figures all = year.all();
            assertThat(all.records()).isEqualTo(4);
            assertThat(all.checks()).isEqualTo(2);
            assertThat(all.attempts()).isEqualTo(1);
            assertThat(all.minutes()).isEqualTo(1);
            assertThat(all.due()).isEqualTo(4);
            assertThat(all.checked()).isEqualTo(2);
            assertThat(all.inTime()).isEqualTo(1);
            assertThat(all.checkedLate()).isEqualTo(1);
            assertThat(all.overdue()).isEqualTo(1);
            assertThat(all.notYetDue()).isEqualTo(1);
            assertThat(all.findings()).containsEntry("MISUSE", 2L).containsEntry("ABSCONDED", 1L);
            assertThat(all.recommendations()).isEqualTo(3);
            assertThat(all.openRecommendations()).isEqualTo(2);
            assertThat(all.lateRecommendations()).isEqualTo(1);
            assertThat(all.closedRecommendations()).isEqualTo(1);
            assertThat(year.waiting()).isZero();
            assertThat(year.tasks().stream().mapToLong(task -> task.own().records()))
                    .hasSize(9);
            assertThat(year.tasks().stream()
                            .mapToLong(task -> task.own().records())
                            .sum())
                    .as("the minutes of a village are tied to no task of this plan")
                    .isEqualTo(3);
            assertThat(year.tasks().stream()
                            .mapToLong(task -> task.own().checked())
                            .sum())
                    .isEqualTo(2);

            ProgressLookup lookup = server.bean(ProgressLookup.class);
            Figures third = lookup.ofCommune(Commune.CODE, Period.parse("2026-Q3"), ProgressScope.all());
            assertThat(third.due()).isEqualTo(2);
            assertThat(third.checked()).isEqualTo(2);
            assertThat(third.records()).isEqualTo(1);
            assertThat(lookup.byVillage(Commune.CODE, YEAR, ProgressScope.all()))
                    .extracting(
                            PlaceProgress::name, village -> village.figures().records())
                    .containsExactly(tuple("First village", 4L), tuple("Second village", 0L));
            assertThat(lookup.byGroup(Commune.CODE, YEAR, ProgressScope.all()))
                    .extracting(PlaceProgress::code, group -> group.figures().checks())
                    .containsExactly(tuple(ProgressTale.GROUP, 2L));
            assertThat(lookup.trendByWeek(Commune.CODE, null, 3, ProgressScope.all()))
                    .extracting(WeekProgress::week, week -> week.figures().records())
                    .containsExactly(tuple("2026-W45", 0L), tuple("2026-W46", 2L), tuple("2026-W47", 0L));

            tale.clock.forward(Duration.ofDays(30));
            assertThat(tale.progress(plan, ProgressScope.all()).all().overdue()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void figures_whenRecordsAreCorrectedWithdrawnRetiedAndLoansClosed_follow(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            ProgressTale tale = new ProgressTale(server, folder);
            UUID plan = tale.publish(COMMUNE_PLAN, Commune.CODE);
            SealingPhone.Draft first = tale.check(1, "2026-11-01T03:00:00Z", FindingCode.MISUSE);
            tale.push(first);
            tale.settle();
            assertThat(all(tale, plan).checked()).isZero();

            // The roster brings the loan afterwards.
            tale.roster(LocalDate.of(2026, 11, 20), List.of(loan(1, "22/10/2026"), loan(2, "22/10/2026")));
            tale.settle();
            assertThat(all(tale, plan).checked()).isEqualTo(1);
            assertThat(all(tale, plan).overdue()).isEqualTo(1);

            SealingPhone.Draft second = tale.correction(first, ProgressTale.attempt());
            assertThat(tale.push(second).verdict()).isEqualTo(Verdict.ACCEPTED);
            tale.settle();
            assertThat(all(tale, plan).records()).isEqualTo(1);
            assertThat(all(tale, plan).checked()).isZero();
            assertThat(all(tale, plan).findings()).isEmpty();

            PlanTask other = tale.tasks(plan).get(8);
            assertThat(tale.push(tale.retie(second.id, other.id())).notes()).doesNotContain("NO_EFFECT");
            tale.settle();
            assertThat(task(tale, plan, other.key()).own().records()).isEqualTo(1);

            assertThat(tale.push(tale.withdrawal(second.id)).verdict()).isEqualTo(Verdict.ACCEPTED);
            tale.settle();
            assertThat(all(tale, plan).checked()).isEqualTo(1);
            assertThat(task(tale, plan, other.key()).own().records()).isEqualTo(1);

            assertThat(tale.push(tale.withdrawal(first.id)).verdict()).isEqualTo(Verdict.ACCEPTED);
            tale.settle();
            assertThat(all(tale, plan).records()).isZero();
            assertThat(task(tale, plan, other.key()).own().records()).isZero();

            tale.roster(
                    LocalDate.of(2026, 11, 21),
                    List.of(loan(1, "22/10/2026"), loan(2, "22/10/2026", "CLOSED"), loan(3, "23/10/2026")));
            tale.settle();
            assertThat(all(tale, plan).lapsed()).isEqualTo(1);
            assertThat(all(tale, plan).due()).isEqualTo(2);
            assertThat(tale.rebuild()).isEqualTo(new ProgressRebuild.Report(1, 0, List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void rebuild_whenAFigureWasBroken_saysWhichAndMendsIt(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            ProgressTale tale = new ProgressTale(server, folder);
            UUID plan = tale.publish(COMMUNE_PLAN, Commune.CODE);
            tale.push(tale.check(1, "2026-11-01T03:00:00Z"));
            tale.push(tale.check(2, "2026-11-02T03:00:00Z"));
            tale.settle();
            server.bean(Writer.class).write(tx -> {
                Sql.update(
                        tx.connection(),
                        "UPDATE progress_cell SET n = 7 WHERE mark = 'RECORDS' AND scope_kind = 'COMMUNE' AND grain = 'M'");
                return Sql.update(tx.connection(), "DELETE FROM progress_fact");
            });
            assertThat(all(tale, plan).records()).isEqualTo(7);

            ProgressRebuild.Report report = tale.rebuild();

            assertThat(report.facts()).isEqualTo(2);
            assertThat(report.differences()).singleElement().satisfies(difference -> {
                assertThat(difference.place()).isEqualTo(Commune.CODE);
                assertThat(difference.period()).isEqualTo("2026-11");
                assertThat(difference.what()).isEqualTo("RECORDS");
                assertThat(difference.kept()).isEqualTo(7);
                assertThat(difference.counted()).isEqualTo(2);
            });
            assertThat(all(tale, plan).records()).isEqualTo(2);
            assertThat(tale.rebuild()).isEqualTo(new ProgressRebuild.Report(1, 0, List.of()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void figures_outsideTheScopeOfWhoAsks_areNotShown(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            ProgressTale tale = new ProgressTale(server, folder);
            UUID plan = tale.publish(COMMUNE_PLAN, Commune.CODE);
            tale.roster(LocalDate.of(2026, 11, 20), List.of(loan(1, "20/10/2026")));
            tale.push(tale.check(1, "2026-11-01T03:00:00Z"));
            tale.settle();
            ProgressScopes scopes = server.bean(ProgressScopes.class);

            ProgressScope ofHead = scopes.of(List.of(
                    Commune.grant(ActingRole.VILLAGE_HEAD, Commune.FIRST, null),
                    Commune.grant(ActingRole.GROUP_LEADER, Commune.FIRST, null)));
            ProgressScope ofNeighbour =
                    scopes.of(List.of(Commune.grant(ActingRole.VILLAGE_HEAD, Commune.SECOND, null)));
            ProgressScope ofProvince =
                    scopes.of(List.of(Commune.grant(ActingRole.PROVINCE_VIEWER, Commune.PROVINCE, null)));
            ProgressScope ofKeeper =
                    scopes.of(List.of(Commune.grant(ActingRole.ADMINISTRATOR, Commune.PROVINCE, null)));

            assertThat(tale.progress(plan, ofHead).all().records()).isEqualTo(1);
            assertThat(tale.progress(plan, ofProvince).all().records()).isEqualTo(1);
            assertThat(tale.progress(plan, ofNeighbour).all().records()).isZero();
            assertThat(tale.progress(plan, ofKeeper).all().records()).isZero();
            ProgressLookup lookup = server.bean(ProgressLookup.class);
            assertThat(lookup.byVillage(Commune.CODE, YEAR, ofNeighbour))
                    .extracting(PlaceProgress::code)
                    .containsExactly(Commune.SECOND);
            assertThat(lookup.byGroup(Commune.CODE, YEAR, ofHead))
                    .extracting(PlaceProgress::code)
                    .containsExactly(ProgressTale.GROUP);
            assertThat(lookup.byGroup(Commune.CODE, YEAR, ofNeighbour)).isEmpty();
        }
    }

    private static Figures all(ProgressTale tale, UUID plan) {
        return tale.progress(plan, ProgressScope.all()).all();
    }

    private static TaskProgress task(ProgressTale tale, UUID plan, String key) {
        return tale.progress(plan, ProgressScope.all()).tasks().stream()
                .filter(task -> task.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}

package vn.sothon.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.sothon.server.report.ProgressTale.COMMUNE_PLAN;
import static vn.sothon.server.report.ProgressTale.loan;
import static vn.sothon.server.report.ProgressTale.recommendation;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.record.FindingCode;
import vn.sothon.model.record.MonitoringMinutes.Recommendation;
import vn.sothon.model.record.RecordKind;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.ops.WaitingQueue;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.sync.push.SealingPhone;

/** Whatever happens to records, loans and plans, in whatever order: what is kept is what a recount finds. */
class ProgressJourneysIT {
    private static final int STEPS = 60;
    private static final long SEED = 20261122;
    private static final FindingCode[] CODES = {FindingCode.MISUSE, FindingCode.OVERDUE, FindingCode.ABSCONDED};

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void figures_afterEachStepOfARandomYear_equalARecount(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            Journey journey = new Journey(new ProgressTale(server, folder));
            for (int step = 0; step < STEPS; step++) {
                String what = journey.step();
                journey.tale.settle();

                assertThat(journey.tale.rebuild())
                        .as("seed %d, step %d: %s", SEED, step, what)
                        .isEqualTo(new ProgressRebuild.Report(journey.communes(), 0, List.of()));
                assertThat(journey.recordsByTask())
                        .as("seed %d, step %d: %s", SEED, step, what)
                        .isEqualTo(journey.tiedHeads());
            }
            assertThat(journey.done.keySet()).hasSize(9);
        }
    }

    private static final class Journey {
        private final ProgressTale tale;
        private final Random luck = new Random(SEED);
        private static final int IN_NO_ROSTER = 90;

        private final Map<String, Integer> done = new HashMap<>();
        private final List<SealingPhone.Draft> heads = new ArrayList<>();
        private final List<UUID> held = new ArrayList<>();
        private final List<UUID> recommendations = new ArrayList<>();
        private final List<String> roster = new ArrayList<>();
        private final List<PlanTask> tasks = new ArrayList<>();
        private UUID plan;
        private boolean published = true;
        private int loans = 4;
        private LocalDate rosterDay = LocalDate.of(2026, 11, 1);

        Journey(ProgressTale tale) throws Exception {
            this.tale = tale;
            this.plan = tale.publish(COMMUNE_PLAN, Commune.CODE);
            this.tasks.addAll(tale.tasks(plan));
            for (int n = 1; n <= loans; n++) {
                roster.add(loan(n, "1" + n + "/10/2026"));
            }
            tale.roster(rosterDay, roster);
        }

        String step() throws Exception {
            tale.clock.forward(Duration.of(5 + luck.nextInt(20), ChronoUnit.HOURS));
            String what = choose();
            done.merge(what, 1, Integer::sum);
            return what;
        }

        private String choose() throws Exception {
            int chance = luck.nextInt(100);
            if (chance < 30 || heads.isEmpty()) {
                return check();
            } else if (chance < 40) {
                return minutes();
            } else if (chance < 55) {
                return correct();
            } else if (chance < 65) {
                return withdraw();
            } else if (chance < 75) {
                return retie();
            } else if (chance < 82) {
                return close();
            } else if (chance < 90) {
                return holdOrAdmit();
            } else if (chance < 96) {
                return roster();
            }
            return publishOrTakeBack();
        }

        private String check() throws Exception {
            // Some loans are in no roster yet.
            SealingPhone.Draft draft = tale.check(1 + luck.nextInt(loans + 2), now(), findings());
            if (luck.nextInt(4) == 0) {
                draft.payload = ProgressTale.attempt();
            }
            tale.push(draft);
            heads.add(draft);
            return "check";
        }

        private String minutes() throws Exception {
            List<Recommendation> made = List.of(
                    recommendation("mend it", tale.clock.instant().toString().substring(0, 10)),
                    recommendation("show it", null));
            SealingPhone.Draft draft = tale.minutes(now(), made);
            tale.push(draft);
            heads.add(draft);
            made.forEach(one -> recommendations.add(one.id()));
            return "minutes";
        }

        private String correct() throws Exception {
            SealingPhone.Draft original = any(heads);
            boolean ofMinutes = original.kind == RecordKind.MONITORING_MINUTES;
            SealingPhone.Draft draft = tale.correction(
                    original,
                    ofMinutes
                            ? ProgressTale.minutes(List.of(recommendation("again", "2027-01-01")))
                            : tale.check(1, now(), findings()).payload);
            tale.push(draft);
            // Now and then the original is corrected once more: a fork.
            if (luck.nextInt(3) > 0) {
                heads.remove(original);
            }
            heads.add(draft);
            return "correct";
        }

        private String withdraw() throws Exception {
            SealingPhone.Draft draft = any(heads);
            heads.remove(draft);
            tale.push(tale.withdrawal(draft.id));
            return "withdraw";
        }

        private String retie() throws Exception {
            UUID task = luck.nextInt(4) == 0 ? null : any(tasks).id();
            tale.push(tale.retie(any(heads).id, task));
            return "retie";
        }

        private String close() throws Exception {
            if (recommendations.isEmpty()) {
                return minutes();
            }
            tale.push(tale.close(any(recommendations)));
            return "close";
        }

        private String holdOrAdmit() throws Exception {
            if (held.isEmpty()) {
                // Of a loan no roster knows: its place is what the phone says.
                SealingPhone.Draft draft = tale.check(IN_NO_ROSTER, now(), findings());
                draft.villageCode = Commune.SECOND;
                tale.push(draft);
                held.add(draft.id);
            }
            tale.settle();
            tale.server.bean(WaitingQueue.class).admit(held.remove(0));
            return "admit";
        }

        private String roster() throws Exception {
            int closing = luck.nextInt(roster.size());
            roster.set(closing, loan(closing + 1, "15/10/2026", "CLOSED"));
            loans++;
            rosterDay = rosterDay.plusDays(3);
            roster.add(loan(loans, rosterDay.minusDays(2).format(DateTimeFormatter.ofPattern("dd/MM/yyyy"))));
            tale.roster(rosterDay, roster);
            return "roster";
        }

        private String publishOrTakeBack() throws Exception {
            if (published) {
                tale.withdraw(plan);
            } else {
                plan = tale.publish(COMMUNE_PLAN, Commune.CODE);
            }
            published = !published;
            return "publish";
        }

        int communes() {
            return 1;
        }

        /** Records per task as the kept figures have them. */
        Map<String, Long> recordsByTask() {
            return count(
                    """
                    SELECT plan_task_id, SUM(n) FROM progress_cell
                    WHERE mark = 'RECORDS' AND grain = 'M' AND scope_kind = 'COMMUNE' GROUP BY plan_task_id
                    """);
        }

        /** The same, straight from records and ties. */
        Map<String, Long> tiedHeads() {
            return count(
                    """
                    SELECT COALESCE(t.plan_task_id, ''), COUNT(*) FROM record r LEFT JOIN tie t ON t.record_id = r.id
                    WHERE r.is_head = 1 AND r.status = 'ACCEPTED'
                        AND r.kind IN ('LOAN_USE_CHECK', 'MONITORING_MINUTES')
                    GROUP BY COALESCE(t.plan_task_id, '')
                    """);
        }

        private Map<String, Long> count(String sql) {
            return tale.server.bean(Writer.class).write(tx -> {
                Map<String, Long> byTask = new HashMap<>();
                Sql.list(tx.connection(), sql, row -> byTask.put(row.getString(1), row.getLong(2)));
                return byTask;
            });
        }

        private FindingCode[] findings() {
            return luck.nextBoolean() ? new FindingCode[] {CODES[luck.nextInt(CODES.length)]} : new FindingCode[0];
        }

        private String now() {
            return tale.clock.instant().toString();
        }

        private <T> T any(List<T> of) {
            return of.get(luck.nextInt(of.size()));
        }
    }
}

package vn.sothon.server.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.rule.TieRule;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.app.ServerSettings;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.plan.PlanReader;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.sync.push.SealingPhone;

/** A release whose rule differs from the one that made the ties. */
class RetieAfterRuleChangeIT {
    private static final Path SAMPLE = Path.of("src/main/resources/sample-plans/bai-cat-commune.txt");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void start_whenAnOlderRuleMadeTheTies_judgesThemOnceAndTouchesOnlyWhatDiffers(Engine engine) throws Exception {
        ServerSettings settings = engine.settings(folder);
        UUID record;
        try (RunningServer server = RunningServer.start(settings)) {
            Commune commune = new Commune(server);
            publish(server);
            server.bean(Jobs.class).runDue();
            assertThat(runs(server)).isEqualTo(1);
            SealingPhone phone = SealingPhone.enrol(server.address(), commune.code(commune.villageHead()));
            record = UUID.fromString(idOf(push(phone, phone.seal(check(phone)))));
            UUID other = UUID.fromString(idOf(push(phone, phone.seal(check(phone)))));
            // As an older release would have left it: its rule, and an acceptance it had not known.
            server.bean(Writer.class).write(tx -> {
                Sql.update(tx.connection(), "UPDATE tie_rule_run SET version = 'older'");
                Sql.update(
                        tx.connection(),
                        "UPDATE tie SET task_key = '4.b', plan_task_id = ? WHERE record_id = ?",
                        UUID.randomUUID(),
                        record);
                return other;
            });
        }
        try (RunningServer server = RunningServer.start(settings)) {
            server.bean(Jobs.class).runDue();

            assertThat(number(server, "SELECT retied FROM tie_rule_run WHERE version = '" + TieRule.version() + "'"))
                    .isEqualTo(1);
            assertThat(number(server, "SELECT looked FROM tie_rule_run WHERE version = '" + TieRule.version() + "'"))
                    .isEqualTo(2);
            assertThat(number(server, "SELECT COUNT(*) FROM tie WHERE task_key = '4.b'"))
                    .isZero();
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
        try (RunningServer server = RunningServer.start(settings)) {
            server.bean(Jobs.class).runDue();
            assertThat(runs(server)).isEqualTo(2);
        }
    }

    private static int runs(RunningServer server) {
        return number(server, "SELECT COUNT(*) FROM tie_rule_run");
    }

    private static int number(RunningServer server, String sql) {
        return server.bean(Writer.class)
                .write(tx -> Sql.one(tx.connection(), sql, row -> row.getInt(1)).orElseThrow());
    }

    private static void publish(RunningServer server) throws Exception {
        PlanReader.ReadPlan read = new PlanReader().read(SAMPLE);
        PlanService plans = server.bean(PlanService.class);
        server.bean(Writer.class).write(tx -> {
            UUID id = plans.importDraft(
                            tx, read.plan(), read.sourceName(), read.sourceSha256(), Commune.CODE, Instant.now())
                    .planId();
            return plans.publish(tx, id, LocalDate.of(2026, 1, 1), Commune.CODE, null);
        });
    }

    private static SealingPhone.Draft check(SealingPhone phone) {
        SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.villageCode = Commune.FIRST;
        draft.loanNumber = "6600000000000001";
        return draft;
    }

    private static String idOf(Result result) {
        return result.id().toString();
    }

    private static Result push(SealingPhone phone, SealedItem item) throws Exception {
        return phone.push(item).results().get(0);
    }
}

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
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.ops.WaitingItem;
import vn.sothon.server.ops.WaitingQueue;
import vn.sothon.server.plan.PlanReader;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.sync.push.SealingPhone;

/** A record that came before its plan waits, and is tied when the plan is published. */
class RetieAfterPlanChangeIT {
    private static final Path SAMPLE = Path.of("src/main/resources/sample-plans/bai-cat-commune.txt");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void publish_whenRecordsWaitWithoutATask_tiesThemAndTakingThePlanBackUntiesThem(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            Commune commune = new Commune(server);
            SealingPhone phone = SealingPhone.enrol(server.address(), commune.code(commune.villageHead()));
            SealedItem item = phone.seal(check(phone));

            assertThat(only(phone, item).tie()).isNull();
            assertThat(server.bean(WaitingQueue.class).list())
                    .extracting(WaitingItem::why)
                    .contains("UNTIED");

            UUID plan = publish(server);
            server.bean(Jobs.class).runDue();

            assertThat(only(phone, item).tie()).isNotNull();

            server.bean(Writer.class).write(tx -> {
                server.bean(PlanService.class).withdraw(tx, plan, null);
                return plan;
            });
            server.bean(Jobs.class).runDue();

            assertThat(only(phone, item).tie()).isNull();
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    private static UUID publish(RunningServer server) throws Exception {
        PlanReader.ReadPlan read = new PlanReader().read(SAMPLE);
        PlanService plans = server.bean(PlanService.class);
        return server.bean(Writer.class).write(tx -> {
            UUID id = plans.importDraft(
                            tx, read.plan(), read.sourceName(), read.sourceSha256(), Commune.CODE, Instant.now())
                    .planId();
            return plans.publish(tx, id, LocalDate.of(2026, 1, 1), Commune.CODE, null)
                    .planId();
        });
    }

    private static SealingPhone.Draft check(SealingPhone phone) {
        SealingPhone.Draft draft = phone.draft(ActingRole.VILLAGE_HEAD, Commune.CODE);
        draft.villageCode = Commune.FIRST;
        draft.loanNumber = "6600000000000001";
        return draft;
    }

    private static Result only(SealingPhone phone, SealedItem item) throws Exception {
        return phone.push(item).results().get(0);
    }
}

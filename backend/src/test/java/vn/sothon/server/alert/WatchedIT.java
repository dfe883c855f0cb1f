package vn.sothon.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.PlanImporter;
import vn.sothon.server.platform.admin.AdminCommands;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.sync.push.SealingPhone;

/** Alerts that come from elsewhere than records and rosters: a plan's calendar, and the truth of what is stored. */
class WatchedIT {
    private static final String PLAN = "/sample-plans/bai-cat-commune.txt";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void report_thatThePlanAsksFor_isToldInTimeAndUntilItIsDone(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            publish(town);
            town.days(200);
            AlertRounds rounds = server.bean(AlertRounds.class);
            rounds.run();
            assertThat(town.inbox(town.leader, AlertRule.REPORT_DUE)).isEmpty();

            town.days(30);
            rounds.run();

            assertThat(town.alert(town.leader, AlertRule.REPORT_DUE).args()).containsEntry("dueDay", "2026-10-25");
            assertThat(town.inbox(town.province)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void verification_thatFindsARecordChanged_isToldToLeaderAndAdministratorUntilItHoldsAgain(Engine engine)
            throws Exception {
        try (RunningServer server = engine.start(folder)) {
            AlertTown town = new AlertTown(server);
            SealingPhone phone = town.phone(town.villageHead);
            SealingPhone.Draft check = town.check(phone, 50_000_000, 50_000_000);
            town.push(phone, check);
            verify(server);
            assertThat(town.inbox(town.leader)).isEmpty();

            town.sql("UPDATE record SET body = replace(body, 'cows', 'goat') WHERE id = ?", check.id);
            verify(server);
            verify(server);

            assertThat(town.alert(town.leader, AlertRule.LOG_BROKEN).severity()).isEqualTo(AlertSeverity.CRITICAL);
            assertThat(town.alert(town.leader, AlertRule.LOG_BROKEN).occurrences())
                    .isEqualTo(1);
            assertThat(town.alert(town.administrator, AlertRule.LOG_BROKEN).mayAnswer())
                    .isTrue();

            town.sql("UPDATE record SET body = replace(body, 'goat', 'cows') WHERE id = ?", check.id);
            verify(server);
            assertThat(town.alert(town.leader, AlertRule.LOG_BROKEN).state()).isEqualTo(AlertState.RESOLVED);
        }
    }

    private static void verify(RunningServer server) {
        assertThat(server.bean(AdminCommands.class)
                        .run("verify", JsonNodeFactory.instance.objectNode())
                        .has("ok"))
                .isTrue();
    }

    private static void publish(AlertTown town) throws Exception {
        String text;
        try (InputStream in = Objects.requireNonNull(WatchedIT.class.getResourceAsStream(PLAN))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        TaskClassifier classifier = new TaskClassifier();
        ImportedPlan plan = new PlanImporter(task -> classifier.classify(task.content(), task.products()))
                .readText(text, "plan.txt");
        PlanService plans = town.server.bean(PlanService.class);
        var unused = town.server.bean(Writer.class).write(tx -> {
            PlanService.Imported draft =
                    plans.importDraft(tx, plan, "plan.txt", Seals.sha256(text), Commune.CODE, town.clock.instant());
            return plans.publish(tx, draft.planId(), LocalDate.of(2026, 1, 1), Commune.CODE, null);
        });
    }
}

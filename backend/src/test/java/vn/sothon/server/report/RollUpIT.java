package vn.sothon.server.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static vn.sothon.server.report.ProgressTale.COMMUNE_PLAN;
import static vn.sothon.server.report.ProgressTale.PROVINCE_PLAN;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.FeedRows;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.ops.Verification;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.report.PlanProgress.TaskProgress;
import vn.sothon.server.report.rollup.PlanLinks;
import vn.sothon.server.report.rollup.PlanLinks.Decided;
import vn.sothon.server.report.rollup.PlanLinks.TaskLink;
import vn.sothon.server.report.rollup.RolledUp.Below;
import vn.sothon.server.report.rollup.TaskLinks;
import vn.sothon.server.report.rollup.TaskLinks.Hand;

/** A commune's tasks stand under the province's tasks they implement, once a person has said so. */
class RollUpIT {
    private static final Hand CLERK = new Hand("Clerk", "read both");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void links_whenThePlanAboveIsNotHere_sayWhichIsMissing(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            ProgressTale tale = new ProgressTale(server, folder);
            UUID plan = tale.publish(COMMUNE_PLAN, Commune.CODE);

            PlanLinks links = links(server, plan);

            assertThat(links.above()).isEmpty();
            assertThat(links.notLoaded()).containsExactly("218/KH-UBND");
            assertThat(links.tasks()).hasSize(9).allMatch(task -> task.proposed()
                    .isEmpty());
            assertThatThrownBy(() -> decide(server, plan, "1.a", "2.1"))
                    .isInstanceOfSatisfying(AdminRefused.class, refused -> assertThat(refused.sentence())
                            .contains("Not loaded: 218/KH-UBND"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void province_whenAPersonConfirmsTheLinks_sumsTheCommunesTasks(Engine engine) throws Exception {
        try (RunningServer server = engine.start(folder.resolve("server"))) {
            ProgressTale tale = new ProgressTale(server, folder);
            UUID province = tale.publish(PROVINCE_PLAN, Commune.PROVINCE);
            UUID plan = tale.publish(COMMUNE_PLAN, Commune.CODE);
            tale.push(tale.check(1, "2026-11-01T03:00:00Z"));
            tale.push(tale.check(2, "2026-11-02T03:00:00Z"));
            tale.settle();
            String tied = tale.progress(plan, ProgressScope.all()).tasks().stream()
                    .filter(task -> task.own().records() == 2)
                    .map(TaskProgress::key)
                    .findFirst()
                    .orElseThrow();

            PlanLinks proposed = links(server, plan);
            assertThat(proposed.above()).extracting(PlanLinks.Above::number).containsExactly("218/KH-UBND");
            assertThat(proposed.notLoaded()).isEmpty();
            assertThat(best(proposed)).isEqualTo(Map.of("1.a", "2.1", "2.a", "2.1", "4.a", "2.2", "4.b", "2.2"));
            // A proposal alone adds nothing.
            assertThat(checks(tale, province).figures().records()).isZero();

            decide(server, plan, tied, "2.1");
            TaskProgress linked = checks(tale, province);
            assertThat(linked.figures().records()).isEqualTo(2);
            assertThat(linked.own().records()).isZero();
            assertThat(linked.below())
                    .extracting(Below::areaCode, Below::key)
                    .containsExactly(tuple(Commune.CODE, tied));

            decide(server, plan, tied, null);
            assertThat(checks(tale, province).figures().records()).isZero();
            assertThat(decided(server, plan, tied).key()).isNull();

            decide(server, plan, tied, "2.1");
            int confirmed = server.bean(Writer.class).write(tx -> server.bean(TaskLinks.class)
                    .confirmProposed(tx, view(server, tx, plan), null, new Hand("Leader", "all as proposed")));
            assertThat(confirmed).isEqualTo((int) proposed.tasks().stream()
                    .filter(task -> !task.proposed().isEmpty())
                    .filter(task -> !task.key().equals(tied))
                    .count());
            assertThat(decided(server, plan, tied).byWhom()).isEqualTo("Clerk");
            assertThat(checks(tale, province).figures().records()).isEqualTo(2);
            assertThat(FeedRows.log(server, Commune.CODE))
                    .filteredOn(entry -> entry.contains("LINKED"))
                    .hasSize(3 + confirmed);
            assertThat(server.bean(Verification.class).run().faults()).isEmpty();
        }
    }

    private static TaskProgress checks(ProgressTale tale, UUID province) {
        return tale.progress(province, ProgressScope.all()).tasks().stream()
                .filter(task -> task.key().equals("2.1"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> best(PlanLinks links) {
        Map<String, String> best = new TreeMap<>();
        for (TaskLink task : links.tasks()) {
            if (!task.proposed().isEmpty()) {
                best.put(task.key(), task.proposed().get(0).key());
            }
        }
        return best;
    }

    private static Decided decided(RunningServer server, UUID plan, String key) {
        return Objects.requireNonNull(links(server, plan).tasks().stream()
                .filter(task -> task.key().equals(key))
                .findFirst()
                .orElseThrow()
                .decided());
    }

    private static PlanLinks links(RunningServer server, UUID plan) {
        return server.bean(Writer.class)
                .write(tx -> server.bean(TaskLinks.class).of(tx.connection(), view(server, tx, plan), null));
    }

    private static void decide(RunningServer server, UUID plan, String key, @Nullable String above) {
        server.bean(Writer.class).write(tx -> {
            server.bean(TaskLinks.class).decide(tx, view(server, tx, plan), null, key, above, CLERK);
            return List.of();
        });
    }

    private static PlanView view(RunningServer server, Tx tx, UUID plan) throws SQLException {
        return server.bean(PlanLookup.class).find(tx.connection(), plan).orElseThrow();
    }
}

package vn.sothon.server.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.sothon.server.Commune;
import vn.sothon.server.Engine;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.report.rollup.PlanLinks;
import vn.sothon.server.report.rollup.TaskLinks;

/** The public plans of two communes name the plan of the province above them, which is in no folder. */
class FieldPlansAboveIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"xop-commune", "ngok-bay-commune"})
    void links_ofACommunesPublicPlan_nameTheProvincesPlanAsNotLoaded(String name) throws Exception {
        String plans = System.getProperty("sothon.plans", "../../shared/plans");
        Path file = Path.of(plans, name + ".txt");
        Assumptions.assumeTrue(Files.exists(file), "the public plans are not beside the repository");
        try (RunningServer server = Engine.SQLITE.start(folder.resolve("server"))) {
            ProgressTale tale = new ProgressTale(server, folder);
            UUID plan = tale.publish(file, Commune.CODE);

            PlanLinks links = server.bean(Writer.class).write(tx -> {
                PlanLookup lookup = server.bean(PlanLookup.class);
                return server.bean(TaskLinks.class)
                        .of(tx.connection(), lookup.find(tx.connection(), plan).orElseThrow(), null);
            });

            assertThat(links.above()).isEmpty();
            assertThat(links.notLoaded()).isEqualTo(List.of("17/KH-UBND"));
            assertThat(links.tasks()).allMatch(task -> task.proposed().isEmpty());
        }
    }
}

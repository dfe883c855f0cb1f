package vn.sothon.server.console;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.app.RunningServer;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanReader;
import vn.sothon.server.plan.PlanReader.ReadPlan;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.plan.PlanSources;
import vn.sothon.server.plan.result.TargetService;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** A commune's plan in force whose tasks no record fulfils: their results are entered. */
public record PublishedPlan(UUID id, UUID line, List<PlanTask> tasks, List<UUID> targets) {

    public static PublishedPlan of(RunningServer server, String areaCode, LocalDate from, Path folder)
            throws Exception {
        Path file = folder.resolve("plan-" + areaCode + ".txt");
        try (InputStream in = PublishedPlan.class.getResourceAsStream("/console/commune-plan.txt")) {
            Files.write(file, in.readAllBytes());
            Files.writeString(file, "\n" + areaCode + "\n", StandardOpenOption.APPEND);
        }
        ReadPlan read = new PlanReader().read(file);
        PlanService plans = server.bean(PlanService.class);
        ServerClock clock = server.bean(ServerClock.class);
        return server.bean(Writer.class).write(tx -> {
            UUID id = plans.importDraft(tx, read.plan(), "ke-hoach-31.txt", read.sourceSha256(), areaCode, clock.now())
                    .planId();
            server.bean(PlanSources.class).keep(tx, id, read.lines());
            UUID line = plans.publish(tx, id, from, areaCode, null).line();
            PlanLookup known = server.bean(PlanLookup.class);
            return new PublishedPlan(
                    id,
                    line,
                    known.tasks(tx.connection(), id),
                    server
                            .bean(TargetService.class)
                            .of(tx.connection(), known.find(tx.connection(), id).orElseThrow())
                            .stream()
                            .map(TargetService.Followed::id)
                            .toList());
        });
    }

    public UUID task(String key) {
        return tasks.stream()
                .filter(task -> task.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        "no " + key + " in " + tasks.stream().map(PlanTask::key).toList()))
                .id();
    }
}

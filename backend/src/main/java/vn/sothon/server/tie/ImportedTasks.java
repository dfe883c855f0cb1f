package vn.sothon.server.tie;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ImportedTask;
import vn.sothon.server.plan.importer.PlanImporter;
import vn.sothon.server.plan.importer.UnreadablePlan;

/** The tasks of a plan file taken as in force on every day and at every place, to try the tie on it. */
public final class ImportedTasks {
    /** The one place of such a plan. */
    public static final String EVERYWHERE = "*";

    private ImportedTasks() {}

    public static List<PlanTask> read(Path planFile) throws UnreadablePlan {
        TaskClassifier classifier = new TaskClassifier();
        return of(new PlanImporter(task -> classifier.classify(task.content(), task.products())).read(planFile));
    }

    static List<PlanTask> of(ImportedPlan plan) {
        UUID planId = UUID.nameUUIDFromBytes(plan.sourceName().getBytes(StandardCharsets.UTF_8));
        PlanLevel level = plan.issuer().level() == null
                ? PlanLevel.PROVINCE
                : plan.issuer().level();
        List<PlanTask> tasks = new ArrayList<>();
        for (ImportedTask task : plan.tasks()) {
            String place = tasks.size() + "/" + task.key();
            tasks.add(new PlanTask(
                    UUID.nameUUIDFromBytes((planId + "/" + place).getBytes(StandardCharsets.UTF_8)),
                    planId,
                    plan.title(),
                    level,
                    EVERYWHERE,
                    task.key(),
                    task.content(),
                    task.leadUnits(),
                    task.executingUnits(),
                    task.coordinatingUnits(),
                    task.products(),
                    task.timeFrame(),
                    task.accepts(),
                    LocalDate.MIN,
                    null));
        }
        return tasks;
    }
}

package vn.sothon.server.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.PlanImporter;
import vn.sothon.server.plan.importer.TypedPlan;
import vn.sothon.server.plan.importer.UnreadablePlan;

/** Reads a plan's file and says which records its tasks accept; needs no server. */
public final class PlanReader {
    private final PlanImporter importer;
    private final TypedPlan typed;

    public PlanReader() {
        TaskClassifier classifier = new TaskClassifier();
        this.importer = new PlanImporter(task -> classifier.classify(task.content(), task.products()));
        this.typed = new TypedPlan(task -> classifier.classify(task.content(), task.products()));
    }

    /** A reading, and which file it was made from. */
    public record ReadPlan(ImportedPlan plan, String sourceName, String sourceSha256) {}

    public ReadPlan read(Path file) throws UnreadablePlan {
        ImportedPlan plan = importer.read(file);
        try {
            return new ReadPlan(plan, plan.sourceName(), Seals.sha256(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads a plan that a person typed as a table. */
    public ReadPlan readTyped(Path file) throws UnreadablePlan {
        if (!Files.isRegularFile(file)) {
            return read(file);
        }
        try {
            byte[] bytes = Files.readAllBytes(file);
            ImportedPlan plan = typed.read(bytes, String.valueOf(file.getFileName()));
            return new ReadPlan(plan, plan.sourceName(), Seals.sha256(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.sothon.server.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.PlanImporter;
import vn.sothon.server.plan.importer.SourceLine;
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

    /** A reading, and which file and lines it was made from; a typed table has no lines worth keeping. */
    public record ReadPlan(ImportedPlan plan, String sourceName, String sourceSha256, List<SourceLine> lines) {}

    public ReadPlan read(Path file) throws UnreadablePlan {
        ImportedPlan plan = importer.read(file);
        try {
            return new ReadPlan(
                    plan, plan.sourceName(), Seals.sha256(Files.readAllBytes(file)), PlanImporter.lines(file));
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
            return new ReadPlan(plan, plan.sourceName(), Seals.sha256(bytes), List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.sothon.server.console.plans;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.plan.PlanReader;
import vn.sothon.server.plan.PlanReader.ReadPlan;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.plan.PlanSources;
import vn.sothon.server.plan.importer.UnreadablePlan;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Takes a plan's file as a browser sends it. Its name is only shown: where it is laid down is ours to say. */
@Singleton
class PlanUploads {
    static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final Set<String> ENDINGS = Set.of("txt", "md", "docx", "pdf", "csv");
    private static final int LONGEST_NAME = 120;

    private final PlanService plans;
    private final PlanSources sources;
    private final Writer writer;
    private final ServerClock clock;

    PlanUploads(PlanService plans, PlanSources sources, Writer writer, ServerClock clock) {
        this.sources = sources;
        this.plans = plans;
        this.writer = writer;
        this.clock = clock;
    }

    /**
     * Reads it and keeps the reading as a draft; the same file again is the same draft.
     *
     * @throws UnreadablePlan nothing was kept
     */
    UUID take(@Nullable String fileName, byte[] bytes, String areaCode) throws IOException, UnreadablePlan {
        String name = shown(fileName);
        Path folder = Files.createTempDirectory("plan");
        Path file = folder.resolve("plan." + ending(name));
        try {
            Files.write(file, bytes);
            ReadPlan read = new PlanReader().read(file);
            return writer.write(tx -> {
                UUID id = plans.importDraft(tx, read.plan(), name, read.sourceSha256(), areaCode, clock.now())
                        .planId();
                sources.keep(tx, id, read.lines());
                return id;
            });
        } finally {
            Files.deleteIfExists(file);
            Files.deleteIfExists(folder);
        }
    }

    /** The last part of a path, whatever system wrote it, without what cannot be printed. */
    static String shown(@Nullable String fileName) {
        String whole = fileName == null ? "" : fileName.replace('\\', '/');
        String last = whole.substring(whole.lastIndexOf('/') + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        String name = last.isEmpty() ? "plan" : last;
        return name.length() > LONGEST_NAME ? name.substring(name.length() - LONGEST_NAME) : name;
    }

    private static String ending(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) ? ending : "bin";
    }
}

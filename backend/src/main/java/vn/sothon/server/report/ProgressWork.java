package vn.sothon.server.report;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.JobHandler;

/** Counts again what was promised, many promises at a time. */
@Singleton
final class ProgressWork implements JobHandler {
    private static final int AT_ONCE = 400;
    /** Figures may be half a second late; counting after every push cost the writer more than the push did. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ProgressCount count;
    private final Writer writer;

    ProgressWork(ProgressCount count, Writer writer) {
        this.count = count;
        this.writer = writer;
    }

    @Override
    public String kind() {
        return ProgressChanges.KIND;
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public void perform(String argument) {
        refresh(List.of(argument));
    }

    @Override
    public void performAll(List<String> arguments) {
        refresh(arguments);
    }

    private void refresh(Collection<String> arguments) {
        for (Touched part : Touched.read(arguments, AT_ONCE)) {
            writer.write(tx -> {
                count.refresh(tx, part);
                return true;
            });
        }
    }
}

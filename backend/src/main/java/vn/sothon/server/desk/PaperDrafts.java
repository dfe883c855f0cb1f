package vn.sothon.server.desk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.sothon.server.platform.clock.ServerClock;

/** Scans between being uploaded and being typed from: nobody else sees them, and they do not outlive this process. */
@Singleton
public class PaperDrafts {
    private static final Duration KEPT = Duration.ofHours(8);
    private static final int MOST_EACH = 20;

    private final Map<UUID, Draft> drafts = new ConcurrentHashMap<>();
    private final ServerClock clock;

    PaperDrafts(ServerClock clock) {
        this.clock = clock;
    }

    /** A scan to type from; {@code id} becomes the record's. */
    public record Draft(UUID id, UUID personId, PaperScan.Taken.Aside scan, Instant takenAt) {}

    public Draft keep(UUID id, UUID personId, PaperScan.Taken.Aside scan) {
        forgetOld(personId);
        Draft draft = new Draft(id, personId, scan, clock.now());
        drafts.put(id, draft);
        return draft;
    }

    public Optional<Draft> find(UUID id, UUID personId) {
        return Optional.ofNullable(drafts.get(id))
                .filter(draft -> draft.personId().equals(personId));
    }

    public void forget(Draft draft) {
        drafts.remove(draft.id());
        try {
            Files.deleteIfExists(draft.scan().file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void forgetOld(UUID personId) {
        Instant before = clock.now().minus(KEPT);
        List<Draft> own = drafts.values().stream()
                .filter(draft -> draft.personId().equals(personId))
                .sorted((a, b) -> b.takenAt().compareTo(a.takenAt()))
                .toList();
        own.stream().skip(MOST_EACH - 1).forEach(this::forget);
        List.copyOf(drafts.values()).stream()
                .filter(draft -> draft.takenAt().isBefore(before))
                .forEach(this::forget);
    }
}

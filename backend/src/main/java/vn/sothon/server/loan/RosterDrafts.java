package vn.sothon.server.loan;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.clock.ServerClock;

/**
 * Uploaded rosters between being looked at and being applied: files that nobody else sees, for {@code 2 h} at most and
 * never longer than this process lives.
 */
@Singleton
final class RosterDrafts {
    static final long LARGEST = 20L * 1024 * 1024;

    private static final Duration KEPT = Duration.ofHours(2);
    private static final int LONGEST_NAME = 120;

    private final Path folder;
    private final ServerClock clock;
    private final Map<UUID, Draft> drafts = new ConcurrentHashMap<>();

    /** An uploaded roster, and whose it is. */
    record Draft(
            UUID id, UUID personId, Path file, String fileName, @Nullable String communeCode, Instant uploadedAt) {}

    RosterDrafts(@Value("${sothon.folder}") String folder, ServerClock clock) {
        this.folder = Path.of(folder, "rosters");
        this.clock = clock;
        forgetAll();
    }

    /** Keeps what is sent; nothing if it is longer than {@value #LARGEST} bytes. */
    Optional<Draft> keep(InputStream in, String name, UUID personId, @Nullable String communeCode) throws IOException {
        forgetOld();
        Files.createDirectories(folder);
        UUID id = UUID.randomUUID();
        Path file = folder.resolve(id.toString());
        if (!copied(in, file)) {
            Files.deleteIfExists(file);
            return Optional.empty();
        }
        Draft draft = new Draft(id, personId, file, plain(name), communeCode, clock.now());
        drafts.put(id, draft);
        return Optional.of(draft);
    }

    Optional<Draft> find(UUID id, UUID personId) {
        forgetOld();
        return Optional.ofNullable(drafts.get(id))
                .filter(draft -> draft.personId().equals(personId));
    }

    void forget(Draft draft) {
        drafts.remove(draft.id());
        delete(draft.file());
    }

    /** A name without the path some browsers send, and without what no name needs. */
    static String plain(String name) {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String clean = last.replaceAll("[\\p{Cntrl}<>\"]", "").strip();
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(clean.length() - LONGEST_NAME);
    }

    private static boolean copied(InputStream in, Path to) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                if (copied > LARGEST) {
                    return false;
                }
                out.write(buffer, 0, read);
            }
        }
        return true;
    }

    private void forgetOld() {
        Instant before = clock.now().minus(KEPT);
        List.copyOf(drafts.values()).stream()
                .filter(draft -> draft.uploadedAt().isBefore(before))
                .forEach(this::forget);
    }

    private void forgetAll() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> left = Files.list(folder)) {
            left.forEach(RosterDrafts::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

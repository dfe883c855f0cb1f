package vn.sothon.client.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Undoable;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.RecordStatus;

/** Record book, outbox and uploads over the same maps. */
public final class InMemoryRecords implements RecordBook, Outbox, Undoable {
    private record Kept(RecordBook.Entry entry, long number, RecordState state, int sends, @Nullable Result answer) {}

    private record Waiting(UUID id, long position, int failures, boolean stuck, Instant notBefore) {}

    private record Begun(@Nullable String path, int failures, Instant notBefore) {}

    private Map<UUID, Kept> records = new LinkedHashMap<>();
    private Map<UUID, Waiting> waiting = new LinkedHashMap<>();
    private Map<UUID, Set<String>> awaited = new LinkedHashMap<>();
    private Map<String, Begun> uploads = new LinkedHashMap<>();
    private long positions;

    @Override
    public void append(RecordBook.Entry entry) {
        if (records.containsKey(entry.id())) {
            throw new IllegalStateException("already in the book: " + entry.id());
        }
        records.put(entry.id(), new Kept(entry, records.size() + 1L, RecordState.SAVED_ON_PHONE, 0, null));
    }

    @Override
    public void restore(RecordBook.Entry entry) {
        records.putIfAbsent(entry.id(), new Kept(entry, records.size() + 1L, RecordState.RECEIVED, 0, null));
    }

    @Override
    public Optional<BookedRecord> find(UUID id) {
        return Optional.ofNullable(records.get(id)).map(this::booked);
    }

    @Override
    public List<BookedRecord> all() {
        return records.values().stream().map(this::booked).toList();
    }

    @Override
    public List<BookedRecord> ofVisit(UUID visitId) {
        return all().stream().filter(r -> visitId.equals(r.visitId())).toList();
    }

    @Override
    public BookedRecord current(BookedRecord record) {
        return Corrections.current(record, id -> all().stream()
                .filter(r -> id.equals(r.corrects()))
                .max(Comparator.comparingLong(BookedRecord::number)));
    }

    @Override
    public void heard(RecordStatus status) {
        Kept kept = records.get(status.id());
        Optional<RecordState> state = Answers.stateOf(status);
        if (kept == null || state.isEmpty()) {
            return;
        }
        if (kept.state() == RecordState.RECEIVED || kept.state() == RecordState.HELD) {
            records.put(
                    status.id(), new Kept(kept.entry(), kept.number(), state.get(), kept.sends(), Answers.of(status)));
            awaited.put(status.id(), new LinkedHashSet<>(status.missing()));
        }
    }

    @Override
    public void add(UUID id) {
        waiting.put(id, new Waiting(id, ++positions, 0, false, Instant.EPOCH));
    }

    @Override
    public List<Outbox.Entry> peek(int limit, Instant now) {
        return inOrder().stream()
                .filter(w -> Waits.over(w.notBefore(), now))
                .limit(limit)
                .map(w -> new Outbox.Entry(w.id(), kept(w.id()).entry().item(), w.failures(), w.stuck()))
                .toList();
    }

    @Override
    public void attempted(List<UUID> ids) {
        for (UUID id : ids) {
            Kept k = kept(id);
            records.put(id, new Kept(k.entry(), k.number(), k.state(), k.sends() + 1, k.answer()));
        }
    }

    @Override
    public void settle(UUID id, Result answer) {
        Kept k = kept(id);
        waiting.remove(id);
        records.put(id, new Kept(k.entry(), k.number(), Answers.stateOf(answer), k.sends(), answer));
        awaited.put(id, new LinkedHashSet<>(answer.missing()));
    }

    @Override
    public void postpone(UUID id, Instant notBefore, Result answer) {
        Waiting w = queued(id);
        waiting.put(id, new Waiting(id, w.position(), w.failures(), w.stuck(), notBefore));
        Kept k = kept(id);
        records.put(id, new Kept(k.entry(), k.number(), k.state(), k.sends(), answer));
    }

    @Override
    public void failedAlone(UUID id) {
        Waiting w = queued(id);
        boolean out = w.failures() + 1 >= PATIENCE;
        waiting.put(
                id,
                out
                        ? new Waiting(id, ++positions, 0, true, w.notBefore())
                        : new Waiting(id, w.position(), w.failures() + 1, w.stuck(), w.notBefore()));
    }

    @Override
    public List<UUID> stuck() {
        return inOrder().stream().filter(Waiting::stuck).map(Waiting::id).toList();
    }

    @Override
    public int size() {
        return waiting.size();
    }

    public UploadQueue uploads() {
        return new Uploads();
    }

    private final class Uploads implements UploadQueue {
        @Override
        public List<Upload> due(Instant now) {
            return hashes().stream()
                    .filter(hash -> Waits.over(begun(hash).notBefore(), now))
                    .map(hash ->
                            new Upload(hash, begun(hash).path(), begun(hash).failures()))
                    .sorted(Comparator.comparingInt(Upload::failures))
                    .toList();
        }

        @Override
        public void began(String sha256, @Nullable String path) {
            Begun b = begun(sha256);
            uploads.put(sha256, new Begun(path, b.failures(), b.notBefore()));
        }

        @Override
        public void failed(String sha256, Instant notBefore) {
            Begun b = begun(sha256);
            uploads.put(sha256, new Begun(b.path(), b.failures() + 1, notBefore));
        }

        @Override
        public void done(String sha256, Instant notAgainBefore) {
            awaited.replaceAll((id, hashes) -> {
                Set<String> left = new LinkedHashSet<>(hashes);
                left.remove(sha256);
                return left;
            });
            uploads.put(sha256, new Begun(null, 0, notAgainBefore));
        }

        @Override
        public int size() {
            return hashes().size();
        }
    }

    @Override
    public Runnable undo() {
        Map<UUID, Kept> recordsBefore = new LinkedHashMap<>(records);
        Map<UUID, Waiting> waitingBefore = new LinkedHashMap<>(waiting);
        Map<UUID, Set<String>> awaitedBefore = new LinkedHashMap<>(awaited);
        Map<String, Begun> uploadsBefore = new LinkedHashMap<>(uploads);
        return () -> {
            records = recordsBefore;
            waiting = waitingBefore;
            awaited = awaitedBefore;
            uploads = uploadsBefore;
        };
    }

    private Set<String> hashes() {
        Set<String> hashes = new LinkedHashSet<>();
        awaited.values().forEach(hashes::addAll);
        return hashes;
    }

    private Begun begun(String sha256) {
        return uploads.getOrDefault(sha256, new Begun(null, 0, Instant.EPOCH));
    }

    private List<Waiting> inOrder() {
        List<Waiting> all = new ArrayList<>(waiting.values());
        all.sort(Comparator.comparing(Waiting::stuck).thenComparingLong(Waiting::position));
        return all;
    }

    private Kept kept(UUID id) {
        return Objects.requireNonNull(records.get(id));
    }

    private Waiting queued(UUID id) {
        return Objects.requireNonNull(waiting.get(id));
    }

    private BookedRecord booked(Kept k) {
        RecordBook.Entry e = k.entry();
        return new BookedRecord(
                k.number(),
                e.id(),
                e.kind(),
                e.visitId(),
                e.corrects(),
                e.item(),
                e.hash(),
                e.sealedAt(),
                k.state(),
                k.sends(),
                awaited.getOrDefault(e.id(), Set.of()).size(),
                k.answer());
    }
}

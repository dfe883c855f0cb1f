package vn.sothon.client.task;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Undoable;
import vn.sothon.model.sync.Pull.Bucket;

public final class InMemoryPulledRows implements PulledRows, Undoable {
    private Map<Key, PulledRow> rows = new HashMap<>();
    private Map<Key, PulledRow> next = new HashMap<>();
    private @Nullable String cursor;
    private @Nullable String staged;

    @Override
    public Optional<PulledRow> find(String type, String id) {
        return Optional.ofNullable(rows.get(new Key(type, id)));
    }

    @Override
    public List<PulledRow> all(String type) {
        return rows.values().stream()
                .filter(row -> row.type().equals(type))
                .sorted(Comparator.comparing(PulledRow::id))
                .toList();
    }

    @Override
    public @Nullable String cursor() {
        return cursor;
    }

    @Override
    public @Nullable String stagedCursor() {
        return staged;
    }

    @Override
    public void apply(List<PulledRow> changes, List<Key> removed, String nextCursor) {
        write(rows, changes, removed);
        cursor = nextCursor;
    }

    @Override
    public void stage(List<PulledRow> changes, List<Key> removed, String nextCursor) {
        write(next, changes, removed);
        staged = nextCursor;
    }

    @Override
    public void swapIn(String nextCursor) {
        rows = next;
        next = new HashMap<>();
        staged = null;
        cursor = nextCursor;
    }

    @Override
    public void startAgain() {
        next = new HashMap<>();
        staged = null;
        cursor = null;
    }

    @Override
    public void wipe() {
        startAgain();
        rows = new HashMap<>();
    }

    @Override
    public List<Bucket> digest() {
        Buckets buckets = new Buckets();
        rows.values().forEach(row -> buckets.add(row.type(), row.id(), row.version()));
        return buckets.buckets();
    }

    @Override
    public Runnable undo() {
        Map<Key, PulledRow> rowsBefore = new HashMap<>(rows);
        Map<Key, PulledRow> nextBefore = new HashMap<>(next);
        String cursorBefore = cursor;
        String stagedBefore = staged;
        return () -> {
            rows = rowsBefore;
            next = nextBefore;
            cursor = cursorBefore;
            staged = stagedBefore;
        };
    }

    private static void write(Map<Key, PulledRow> into, List<PulledRow> changes, List<Key> removed) {
        changes.forEach(row -> into.put(new Key(row.type(), row.id()), row));
        removed.forEach(into::remove);
    }
}

package vn.sothon.client.record;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.client.store.Undoable;

public final class InMemoryDrafts implements Drafts, Undoable {
    private record Kept(Draft draft, Instant at) {}

    private Map<UUID, Kept> drafts = new HashMap<>();

    @Override
    public void save(Draft draft, Instant at) {
        drafts.put(draft.id(), new Kept(draft, at));
    }

    @Override
    public Optional<Draft> find(UUID id) {
        return Optional.ofNullable(drafts.get(id)).map(Kept::draft);
    }

    @Override
    public List<Draft> all() {
        List<Kept> kept = new ArrayList<>(drafts.values());
        kept.sort(Comparator.comparing(Kept::at)
                .thenComparing(k -> k.draft().id().toString())
                .reversed());
        return kept.stream().map(Kept::draft).toList();
    }

    @Override
    public void discard(UUID id) {
        drafts.remove(id);
    }

    @Override
    public Runnable undo() {
        Map<UUID, Kept> before = new HashMap<>(drafts);
        return () -> drafts = before;
    }
}

package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import vn.sothon.model.alert.AlertView;
import vn.sothon.server.alert.audience.Reader;
import vn.sothon.server.platform.db.Tx;

/**
 * Changes of alerts as they become durable, for screens that are open now on this node. A screen hears only what its
 * person has; whoever must not miss anything asks {@link AlertLookup}.
 */
@Singleton
public class AlertStream implements AlertObserver {
    private final Map<UUID, List<Consumer<AlertView>>> listeners = new ConcurrentHashMap<>();

    /** An open screen; closing it ends the calls. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }

    /**
     * Calls {@code listener} with each change of an alert that person has, as he or she may see it. It is called by the
     * writer: it must hand over and return.
     */
    public Subscription subscribe(UUID personId, Consumer<AlertView> listener) {
        listeners
                .computeIfAbsent(personId, person -> new CopyOnWriteArrayList<>())
                .add(listener);
        return () -> listeners.computeIfPresent(personId, (person, all) -> {
            all.remove(listener);
            return all.isEmpty() ? null : all;
        });
    }

    @Override
    public void told(Tx tx, Alert alert, List<Reader> readers, boolean calls, Instant at) {
        if (listeners.isEmpty()) {
            return;
        }
        List<Runnable> news = new ArrayList<>();
        for (Reader reader : readers) {
            AlertView view = alert.view(reader);
            listeners
                    .getOrDefault(reader.personId(), List.of())
                    .forEach(listener -> news.add(() -> listener.accept(view)));
        }
        news.forEach(tx::afterCommit);
    }
}

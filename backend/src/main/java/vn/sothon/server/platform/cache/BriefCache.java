package vn.sothon.server.platform.cache;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Keeps answers of the database for a few seconds. Whoever changes what they rest on calls {@link #clear} once the
 * change is durable; another server on the same database sees it when the seconds have passed. That something does not
 * exist is never kept.
 */
public final class BriefCache<K, V> {
    private final ConcurrentHashMap<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();
    private final int capacity;
    private final long lifeNanos;
    private final Function<K, Optional<V>> source;

    public BriefCache(int capacity, Duration life, Function<K, Optional<V>> source) {
        this.capacity = capacity;
        this.lifeNanos = life.toNanos();
        this.source = source;
    }

    /** What is known by now, without asking the source. */
    public Optional<V> atHand(K key) {
        Entry<V> known = entries.get(key);
        return known != null && System.nanoTime() - known.at < lifeNanos ? Optional.of(known.value) : Optional.empty();
    }

    public Optional<V> find(K key) {
        Optional<V> known = atHand(key);
        if (known.isPresent()) {
            return known;
        }
        long before = generation.get();
        Optional<V> found = source.apply(key);
        if (found.isEmpty()) {
            entries.remove(key);
            return found;
        }
        if (entries.size() >= capacity) {
            entries.clear();
        }
        Entry<V> entry = new Entry<>(found.get(), System.nanoTime());
        entries.put(key, entry);
        // What was read before a change must not outlive the change.
        if (generation.get() != before) {
            entries.remove(key, entry);
        }
        return found;
    }

    public void clear() {
        generation.incrementAndGet();
        entries.clear();
    }

    private static final class Entry<V> {
        private final V value;
        private final long at;

        Entry(V value, long at) {
            this.value = value;
            this.at = at;
        }
    }
}

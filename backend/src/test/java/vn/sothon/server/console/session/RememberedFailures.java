package vn.sothon.server.console.session;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** A failure book in memory. */
final class RememberedFailures implements FailureBook {
    private final Map<String, Failures> all = new ConcurrentHashMap<>();

    @Override
    public Optional<Failures> find(String key) {
        return Optional.ofNullable(all.get(key));
    }

    @Override
    public synchronized boolean replace(String key, @Nullable Failures before, @Nullable Failures after) {
        if (!Objects.equals(all.get(key), before)) {
            return false;
        }
        if (after == null) {
            all.remove(key);
        } else {
            all.put(key, after);
        }
        return true;
    }

    @Override
    public void forget(long before) {
        all.values().removeIf(failures -> failures.lastAt() < before);
    }
}

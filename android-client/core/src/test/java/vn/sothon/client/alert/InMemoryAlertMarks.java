package vn.sothon.client.alert;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Undoable;

public final class InMemoryAlertMarks implements AlertMarks, Undoable {
    private Map<UUID, String> calls = new HashMap<>();
    private Map<UUID, Long> versions = new HashMap<>();

    @Override
    public @Nullable String calledFor(UUID alertId) {
        return calls.get(alertId);
    }

    @Override
    public void called(UUID alertId, String call) {
        calls.put(alertId, call);
    }

    @Override
    public long readVersion(UUID alertId) {
        return versions.getOrDefault(alertId, 0L);
    }

    @Override
    public void read(UUID alertId, long version) {
        versions.merge(alertId, version, Math::max);
    }

    @Override
    public void keepOnly(Set<UUID> alertIds) {
        calls.keySet().retainAll(alertIds);
        versions.keySet().retainAll(alertIds);
    }

    @Override
    public Runnable undo() {
        Map<UUID, String> callsBefore = new HashMap<>(calls);
        Map<UUID, Long> versionsBefore = new HashMap<>(versions);
        return () -> {
            calls = callsBefore;
            versions = versionsBefore;
        };
    }
}

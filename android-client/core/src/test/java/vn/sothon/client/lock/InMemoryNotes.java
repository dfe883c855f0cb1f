package vn.sothon.client.lock;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.sothon.client.store.Notes;

/** Notes that live as long as the test. */
public final class InMemoryNotes implements Notes {
    private final Map<String, String> notes = new HashMap<>();

    @Override
    public Optional<String> find(String key) {
        return Optional.ofNullable(notes.get(key));
    }

    @Override
    public void put(String key, String value) {
        notes.put(key, value);
    }

    @Override
    public void remove(String key) {
        notes.remove(key);
    }
}

package vn.sothon.app.data.sync;

import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;

/** Tells screens that a sync has ended; they are called on the thread that synced. */
public final class SyncNews {
    private final Set<Runnable> listeners = new CopyOnWriteArraySet<>();

    public void hear(Runnable listener) {
        listeners.add(listener);
    }

    public void forget(Runnable listener) {
        listeners.remove(listener);
    }

    /** A sync has ended, well or not. */
    public void ended() {
        listeners.forEach(Runnable::run);
    }
}

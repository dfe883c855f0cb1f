package vn.sothon.client.lock;

import java.time.Duration;
import vn.sothon.client.session.PhoneClock;

/**
 * Whether the screens are open. A fresh process is locked. Untouched for fifteen minutes it locks, but never while a
 * form is open: who writes in a yard is interrupted often enough.
 */
public final class SessionLock {
    public static final Duration PATIENCE = Duration.ofMinutes(15);

    private final PhoneClock clock;
    private boolean open;
    private int forms;
    private long touchedMs;

    public SessionLock(PhoneClock clock) {
        this.clock = clock;
    }

    /** The PIN or the finger was right. */
    public synchronized void unlock() {
        open = true;
        touched();
    }

    /** By the person's wish, at once, form or not. */
    public synchronized void lock() {
        open = false;
    }

    /** The person does something. Too late once the lock has fallen. */
    public synchronized void touch() {
        if (!isLocked()) {
            touched();
        }
    }

    /** A form comes to the front; each call is answered by one of {@link #formClosed}. */
    public synchronized void formOpened() {
        if (!isLocked()) {
            forms++;
        }
    }

    /** A form was left; the fifteen minutes begin now. */
    public synchronized void formClosed() {
        if (forms > 0) {
            forms--;
            touched();
        }
    }

    public synchronized boolean isLocked() {
        if (open && forms == 0 && clock.elapsedMs() - touchedMs >= PATIENCE.toMillis()) {
            open = false;
        }
        return !open;
    }

    private void touched() {
        touchedMs = clock.elapsedMs();
    }
}

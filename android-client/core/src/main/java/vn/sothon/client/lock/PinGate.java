package vn.sothon.client.lock;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.security.SecureRandom;
import java.util.Optional;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.store.Notes;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/**
 * The six digits of one profile. Wrong ones cost patience: after five, each makes the next wait longer. Nothing is ever
 * deleted; who forgot the PIN gets a new enrolment code and sets another.
 */
public final class PinGate {
    public static final int DIGITS = 6;

    private static final String NOTE = "pin";
    private static final int FREE_TRIES = 5;
    private static final long[] WAIT_SECONDS = {30, 60, 300, 900, 3600};
    private static final int ROUNDS = 120_000;
    private static final long SECOND = 1000;

    private final Notes notes;
    private final PhoneClock clock;
    private final SecureRandom random;

    /**
     * What is kept.
     *
     * @param failures wrong PINs in a row
     * @param failedAtMs when the last one was, on the clock that nobody can turn
     */
    private record Kept(
            @JsonProperty(value = "pin", required = true) PinHash pin,
            @JsonProperty(value = "failures", required = true) int failures,
            @JsonProperty(value = "failedAtMs", required = true) long failedAtMs,
            @JsonProperty(value = "failedInBoot", required = true) long failedInBoot) {}

    public PinGate(Notes notes, PhoneClock clock, SecureRandom random) {
        this.notes = notes;
        this.clock = clock;
        this.random = random;
    }

    public boolean isSet() {
        return kept().isPresent();
    }

    /**
     * Sets or changes the PIN.
     *
     * @throws IllegalArgumentException if it is not six digits, or digits anybody would try first
     */
    public void set(String pin) {
        if (!isUsable(pin)) {
            throw new IllegalArgumentException("not a PIN");
        }
        keep(new Kept(PinHash.of(pin, ROUNDS, random), 0, 0, 0));
    }

    /** Six digits, neither all the same nor counting up or down. */
    public static boolean isUsable(String pin) {
        if (pin.length() != DIGITS || !pin.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int step = pin.charAt(1) - pin.charAt(0);
        if (Math.abs(step) > 1) {
            return true;
        }
        for (int i = 1; i < DIGITS; i++) {
            if (pin.charAt(i) - pin.charAt(i - 1) != step) {
                return true;
            }
        }
        return false;
    }

    /** Tries a PIN; takes about half a second on a cheap phone. */
    public synchronized PinAnswer enter(String pin) {
        Kept kept = kept().orElseThrow(() -> new IllegalStateException("no PIN is set"));
        long wait = waitMs(kept);
        if (wait > 0) {
            return new PinAnswer.Wait((wait + SECOND - 1) / SECOND);
        }
        // Counted before it is looked at: whoever kills the app in between has tried too.
        int failures = kept.failures() + 1;
        Kept failed = new Kept(kept.pin(), failures, clock.elapsedMs(), clock.bootCount());
        keep(failed);
        if (kept.pin().fits(pin)) {
            keep(new Kept(kept.pin(), 0, 0, 0));
            return new PinAnswer.Right();
        }
        long now = waitMs(failed);
        return now > 0 ? new PinAnswer.Wait((now + SECOND - 1) / SECOND) : new PinAnswer.Wrong(FREE_TRIES - failures);
    }

    /** Forgets the PIN, once the person has shown a new enrolment code. */
    public void forget() {
        notes.remove(NOTE);
    }

    /** After a restart the whole wait begins again: how long the phone was off, it cannot tell. */
    private long waitMs(Kept kept) {
        if (kept.failures() < FREE_TRIES) {
            return 0;
        }
        int step = Math.min(kept.failures() - FREE_TRIES, WAIT_SECONDS.length - 1);
        long since =
                kept.failedInBoot() == clock.bootCount() ? clock.elapsedMs() - kept.failedAtMs() : clock.elapsedMs();
        return Math.max(0, WAIT_SECONDS[step] * SECOND - since);
    }

    private Optional<Kept> kept() {
        return notes.find(NOTE).map(PinGate::read);
    }

    private void keep(Kept kept) {
        notes.put(NOTE, Json.write(kept));
    }

    private static Kept read(String json) {
        try {
            return Json.tolerant(json, Kept.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("the stored PIN cannot be read", e);
        }
    }
}

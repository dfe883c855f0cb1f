package vn.sothon.phones.fleet;

import java.time.Duration;
import java.time.Instant;
import vn.sothon.client.session.PhoneClock;

/** A phone's clock in simulated time: its wall clock may be wrong, its counter is not. */
final class SimulatedClock implements PhoneClock {
    private static final Duration ON_BEFORE = Duration.ofHours(1);

    private final Instant switchedOn;
    private final Duration off;
    private Instant now;

    SimulatedClock(Instant startAt, int offHours) {
        this.switchedOn = startAt.minus(ON_BEFORE);
        this.off = Duration.ofHours(offHours);
        this.now = startAt;
    }

    /** Goes on to that instant; time never runs back. */
    synchronized void goTo(Instant instant) {
        if (instant.isAfter(now)) {
            now = instant;
        }
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public synchronized Instant wall() {
        return now.plus(off);
    }

    @Override
    public synchronized long elapsedMs() {
        return Duration.between(switchedOn, now).toMillis();
    }

    @Override
    public long bootCount() {
        return 1;
    }
}

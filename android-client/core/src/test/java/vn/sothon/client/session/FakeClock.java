package vn.sothon.client.session;

import java.time.Duration;
import java.time.Instant;

/** A phone's clock that stands until a test moves it. */
public final class FakeClock implements PhoneClock {
    private Instant wall;
    private long elapsedMs = 5_000;
    private long bootCount = 1;

    public FakeClock(Instant wall) {
        this.wall = wall;
    }

    public static FakeClock morning() {
        return new FakeClock(Instant.parse("2026-02-04T23:30:00Z"));
    }

    public void pass(Duration time) {
        wall = wall.plus(time);
        elapsedMs += time.toMillis();
    }

    /** Somebody turns the clock; the phone's own counter does not care. */
    public void turn(Instant other) {
        wall = other;
    }

    public void restart() {
        elapsedMs = 0;
        bootCount++;
    }

    @Override
    public Instant wall() {
        return wall;
    }

    @Override
    public long elapsedMs() {
        return elapsedMs;
    }

    @Override
    public long bootCount() {
        return bootCount;
    }
}

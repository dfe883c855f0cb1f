package vn.sothon.server.platform.clock;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import vn.sothon.model.rule.DueDates;

/** The server's time, in whole milliseconds; a demonstration may turn it. */
@Singleton
public class ServerClock {
    private volatile Clock clock = Clock.systemUTC();

    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    public long millis() {
        return now().toEpochMilli();
    }

    /** Today in Viet Nam. */
    public LocalDate today() {
        return DueDates.day(now());
    }

    /** Runs on another clock from now on: for demonstrations and tests. */
    public void use(Clock other) {
        this.clock = other;
    }
}

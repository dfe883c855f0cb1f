package vn.sothon.client.record;

import java.time.Duration;
import java.time.Instant;

/** How long a queue lets something wait, on a clock that anyone can turn. */
final class Waits {
    /**
     * No wait is longer. One that seems to be was written while the clock stood ahead: the clock was put right since, and
     * nothing may lie unsent until the year it then showed.
     */
    static final Duration LONGEST = Duration.ofDays(1);

    private Waits() {}

    static boolean over(Instant notBefore, Instant now) {
        return !notBefore.isAfter(now) || notBefore.isAfter(now.plus(LONGEST));
    }
}

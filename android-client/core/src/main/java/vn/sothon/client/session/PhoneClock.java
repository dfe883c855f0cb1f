package vn.sothon.client.session;

import java.time.Instant;

/** The three things a phone knows about time; only the first can be turned by hand. */
public interface PhoneClock {
    Instant wall();

    /** Milliseconds since the phone started, counting sleep. */
    long elapsedMs();

    /** How often the phone has started. */
    long bootCount();
}

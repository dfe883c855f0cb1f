package vn.sothon.server.alert.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What became of a message. */
sealed interface PushOutcome {
    /** The service has taken it. */
    record Sent() implements PushOutcome {}

    /** The address leads nowhere any more. */
    record Unregistered() implements PushOutcome {}

    /** Not now; {@code after}: how long the service asks to be left alone, if it says so. */
    record Later(String code, @Nullable Duration after) implements PushOutcome {}

    /** The service will never take this one. */
    record Refused(String code) implements PushOutcome {}
}

package vn.sothon.server.alert.delivery;

import java.time.Instant;
import java.util.UUID;

/**
 * A row of the outbox.
 *
 * @param id its own; {@code alertId} is what the phone is told
 * @param channel {@code FCM}, or {@code FCM_SUMMARY} for a day's summary
 */
record Delivery(UUID id, UUID alertId, UUID deviceId, String channel, boolean urgent, int attempts, Instant madeAt) {
    static final String ALERT = "FCM";
    static final String SUMMARY = "FCM_SUMMARY";

    String kind() {
        return channel.equals(SUMMARY) ? "summary" : "alert";
    }
}

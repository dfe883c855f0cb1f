package vn.sothon.server.device;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A phone that was enrolled, as the people who keep the server see it.
 *
 * @param unsent records on it that the server had not answered for when it called
 * @param unsentAt when it said so
 */
public record Device(
        UUID id,
        UUID personId,
        @Nullable String name,
        @Nullable String model,
        @Nullable String appVersion,
        String keyId,
        Instant enrolledAt,
        @Nullable Instant lastSeenAt,
        @Nullable Revocation revokedAs,
        @Nullable Instant revokedAt,
        @Nullable Integer unsent,
        @Nullable Instant unsentAt) {

    /** Whether it is a phone, and not the desk at which somebody types papers in. */
    public boolean isPhone() {
        return !PaperDesks.MODEL.equals(model);
    }
}

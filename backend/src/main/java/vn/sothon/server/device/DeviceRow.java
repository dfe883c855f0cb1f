package vn.sothon.server.device;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@MappedEntity("device")
record DeviceRow(
        @Id String id,
        String personId,
        @Nullable String name,
        @Nullable String model,
        @Nullable String osVersion,
        @Nullable String appVersion,
        String keyId,
        String publicKey,
        @Nullable String tokenHash,
        @Nullable String pushToken,
        long enrolledAt,
        @Nullable Long lastSeenAt,
        @Nullable String revokedAs,
        @Nullable Long revokedAt,
        @Nullable Integer unsent,
        @Nullable Long unsentAt) {

    Device device() {
        return new Device(
                UUID.fromString(id),
                UUID.fromString(personId),
                name,
                model,
                appVersion,
                keyId,
                Instant.ofEpochMilli(enrolledAt),
                lastSeenAt == null ? null : Instant.ofEpochMilli(lastSeenAt),
                revokedAs == null ? null : Revocation.valueOf(revokedAs),
                revokedAt == null ? null : Instant.ofEpochMilli(revokedAt),
                unsent,
                unsentAt == null ? null : Instant.ofEpochMilli(unsentAt));
    }
}

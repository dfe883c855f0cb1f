package vn.sothon.server.device;

import jakarta.inject.Singleton;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.platform.cache.BriefCache;

/** The keys with which phones sign, for whoever checks signatures. A revoked device's key is still found. */
@Singleton
public class DeviceKeys {
    private final BriefCache<String, DeviceKey> known;

    DeviceKeys(DeviceRows rows) {
        this.known = new BriefCache<>(
                20_000, Duration.ofSeconds(20), keyId -> rows.byKey(keyId).map(DeviceKeys::key));
    }

    /**
     * A key and whose it is.
     *
     * @param revokedAt when its device was revoked
     */
    public record DeviceKey(
            String keyId,
            PublicKey publicKey,
            UUID deviceId,
            UUID personId,
            @Nullable Revocation revokedAs,
            @Nullable Instant revokedAt) {}

    public Optional<PublicKey> find(String keyId) {
        return device(keyId).map(DeviceKey::publicKey);
    }

    public Optional<DeviceKey> device(String keyId) {
        return known.find(keyId);
    }

    void changed() {
        known.clear();
    }

    private static DeviceKey key(DeviceRow row) {
        Device device = row.device();
        try {
            return new DeviceKey(
                    row.keyId(),
                    Seals.publicKey(row.publicKey()),
                    device.id(),
                    device.personId(),
                    device.revokedAs(),
                    device.revokedAt());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the stored key of a device cannot be read", e);
        }
    }
}

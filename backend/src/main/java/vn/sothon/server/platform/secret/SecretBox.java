package vn.sothon.server.platform.secret;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Locks short secrets before they are stored: AES-256-GCM, written as {@code v1.KEY.BYTES}. Each is bound to whom it
 * belongs to, so that it is of no use in another's row.
 */
@Singleton
public class SecretBox {
    private static final String VERSION = "v1.";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final ServerKeys keys;
    private final SecureRandom random = new SecureRandom();

    SecretBox(ServerKeys keys) {
        this.keys = keys;
    }

    public String lock(String secret, String owner) {
        String id = keys.lockId();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.lock(id).orElseThrow(), nonce, owner);
            byte[] locked = cipher.doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, nonce.length + locked.length);
            System.arraycopy(locked, 0, all, nonce.length, locked.length);
            return VERSION + id + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a secret could not be locked", e);
        }
    }

    /** The secret; absent where its key is not here, it is another's, or somebody changed it. */
    public Optional<String> open(String locked, String owner) {
        String[] parts = locked.split("\\.", -1);
        if (parts.length != 3 || !isLocked(locked)) {
            return Optional.empty();
        }
        Optional<SecretKey> key = keys.lock(parts[1]);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        try {
            byte[] all = Base64.getUrlDecoder().decode(parts[2]);
            if (all.length <= NONCE_BYTES) {
                return Optional.empty();
            }
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key.get(), Arrays.copyOf(all, NONCE_BYTES), owner);
            byte[] open = cipher.doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
            return Optional.of(new String(open, StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether it is locked at all; older servers stored secrets as they were. */
    public static boolean isLocked(String stored) {
        return stored.startsWith(VERSION);
    }

    /** Whether it is locked with the present key. */
    public boolean isPresent(String stored) {
        return stored.startsWith(VERSION + keys.lockId() + ".");
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String owner) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}

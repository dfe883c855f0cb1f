package vn.sothon.client.lock;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PIN made unreadable, and slow to try. Six digits are few: what guards them is the Keystore key under which this too
 * lies, and the patience of {@link PinGate}.
 *
 * @param salt Base64
 * @param hash PBKDF2-HMAC-SHA256, Base64
 */
record PinHash(
        @JsonProperty(value = "salt", required = true) String salt,
        @JsonProperty(value = "rounds", required = true) int rounds,
        @JsonProperty(value = "hash", required = true) String hash) {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    static PinHash of(String pin, int rounds, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder();
        return new PinHash(base64.encodeToString(salt), rounds, base64.encodeToString(slow(pin, salt, rounds)));
    }

    boolean fits(String pin) {
        byte[] tried = slow(pin, Base64.getDecoder().decode(salt), rounds);
        return MessageDigest.isEqual(tried, Base64.getDecoder().decode(hash));
    }

    private static byte[] slow(String pin, byte[] salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(pin.toCharArray(), salt, rounds, HASH_BITS);
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Android since 8 has PBKDF2", e);
        } finally {
            spec.clearPassword();
        }
    }
}

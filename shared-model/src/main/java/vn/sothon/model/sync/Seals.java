package vn.sothon.model.sync;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Hashes and signatures of sealed items: SHA-256, ECDSA on P-256. */
public final class Seals {
    /** Stands before the head when it is signed, so that a signature cannot be used for anything else. */
    public static final String SIGNED_PREFIX = "sothon.item.v1\n";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final String ENROL_PREFIX = "sothon.enrol.v1\n";
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    // Looking one up among the providers takes as long as hashing a short text.
    private static final ThreadLocal<MessageDigest> AT_HAND = ThreadLocal.withInitial(Seals::digest);

    private Seals() {}

    /** SHA-256 of the text's UTF-8 bytes: 64 lower-case hex digits. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    public static String sha256(byte[] bytes) {
        return hex(AT_HAND.get().digest(bytes));
    }

    /** Whether the text is a SHA-256 as written here. */
    public static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public static String hex(byte[] bytes) {
        byte[] out = new byte[bytes.length * 2];
        for (int i = 0; i < bytes.length; i++) {
            out[2 * i] = HEX[(bytes[i] >> 4) & 15];
            out[2 * i + 1] = HEX[bytes[i] & 15];
        }
        return new String(out, StandardCharsets.ISO_8859_1);
    }

    /** A key's name: SHA-256 of its X.509 encoding, hex. */
    public static String keyId(PublicKey key) {
        return sha256(key.getEncoded());
    }

    /** The bytes that are signed for a head. */
    public static byte[] signedBytes(String head) {
        return (SIGNED_PREFIX + head).getBytes(StandardCharsets.UTF_8);
    }

    /** What a phone signs to show that it holds the key it enrols with. */
    public static byte[] enrolBytes(String code, String publicKey) {
        return (ENROL_PREFIX + code + "\n" + publicKey).getBytes(StandardCharsets.UTF_8);
    }

    public static String sign(PrivateKey key, byte[] bytes) {
        try {
            Signature signer = Signature.getInstance("SHA256withECDSA");
            signer.initSign(key);
            signer.update(bytes);
            return Base64.getEncoder().encodeToString(signer.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this key cannot sign", e);
        }
    }

    /** Whether the Base64 signature is this key's over these bytes; false for anything malformed. */
    public static boolean verify(Signature engine, PublicKey key, byte[] bytes, String signature) {
        try {
            engine.initVerify(key);
            engine.update(bytes);
            return engine.verify(Base64.getDecoder().decode(signature));
        } catch (SignatureException | IllegalArgumentException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this key cannot verify", e);
        }
    }

    /**
     * Reads an EC public key from the Base64 of its X.509 encoding.
     *
     * @throws GeneralSecurityException if it is not one
     */
    public static PublicKey publicKey(String base64) throws GeneralSecurityException {
        try {
            return KeyFactory.getInstance("EC")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("not Base64", e);
        }
    }
}

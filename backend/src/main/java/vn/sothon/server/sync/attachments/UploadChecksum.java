package vn.sothon.server.sync.attachments;

import io.micronaut.http.HttpStatus;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.http.Refusal;

/** {@code Upload-Checksum} of one request's bytes, for clients that send it. */
final class UploadChecksum {
    /** Names as tus writes them. */
    static final String NAMES = "sha1,sha256,md5";

    private static final Map<String, String> ALGORITHMS = Map.of("sha1", "SHA-1", "sha256", "SHA-256", "md5", "MD5");

    private final MessageDigest digest;
    private final byte[] expected;

    private UploadChecksum(MessageDigest digest, byte[] expected) {
        this.digest = digest;
        this.expected = expected;
    }

    static @Nullable UploadChecksum of(@Nullable String header) {
        if (header == null) {
            return null;
        }
        String[] parts = header.strip().split(" ", -1);
        String algorithm = parts.length == 2 ? ALGORITHMS.get(parts[0]) : null;
        if (algorithm == null) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "CHECKSUM_UNSUPPORTED", Tus.CHECKSUM);
        }
        try {
            return new UploadChecksum(
                    MessageDigest.getInstance(algorithm), Base64.getDecoder().decode(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "CHECKSUM_MALFORMED", Tus.CHECKSUM);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }

    void update(byte[] bytes, int count) {
        digest.update(bytes, 0, count);
    }

    boolean matches() {
        return MessageDigest.isEqual(digest.digest(), expected);
    }
}

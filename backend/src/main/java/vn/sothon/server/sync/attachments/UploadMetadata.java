package vn.sothon.server.sync.attachments;

import io.micronaut.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.http.Refusal;

/** {@code Upload-Metadata}: only {@code sha256} counts, the Base64 of 64 lower-case hex digits. */
final class UploadMetadata {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private UploadMetadata() {}

    static String sha256(@Nullable String header) {
        String hash = parse(header == null ? "" : header).get("sha256");
        if (hash == null) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "SHA256_REQUIRED", Tus.METADATA);
        }
        if (!HASH.matcher(hash).matches()) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "SHA256_MALFORMED", Tus.METADATA);
        }
        return hash;
    }

    private static Map<String, String> parse(String header) {
        Map<String, String> values = new HashMap<>();
        if (header.isBlank()) {
            return values;
        }
        for (String pair : header.split(",", -1)) {
            String[] parts = pair.strip().split(" ", -1);
            if (parts.length > 2 || parts[0].isEmpty() || values.put(parts[0], decoded(parts)) != null) {
                throw malformed();
            }
        }
        return values;
    }

    private static String decoded(String[] parts) {
        if (parts.length == 1) {
            return "";
        }
        try {
            return new String(Base64.getDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    private static Refusal malformed() {
        return new Refusal(HttpStatus.BAD_REQUEST, "METADATA_MALFORMED", Tus.METADATA);
    }
}

package vn.sothon.server.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Seals;

/**
 * Where a log stood, signed: whoever holds one can tell later whether the log still passes through it.
 *
 * @param document the exact text that is signed, a {@link Stand} as JSON
 * @param keyId of the server's key
 * @param signature ECDSA-SHA256, Base64, over {@code sothon.checkpoint.v1}, a line feed, and the document
 */
public record Checkpoint(
        @JsonProperty(value = "document", required = true) String document,
        @JsonProperty(value = "keyId", required = true) String keyId,
        @JsonProperty(value = "signature", required = true) String signature) {

    private static final String PREFIX = "sothon.checkpoint.v1\n";

    /** What a checkpoint says. */
    public record Stand(
            @JsonProperty(value = "serverId", required = true) UUID serverId,
            @JsonProperty(value = "partition", required = true) String partition,
            @JsonProperty(value = "n", required = true) long n,
            @JsonProperty(value = "head", required = true) String head,
            @JsonProperty(value = "at", required = true) Instant at) {}

    /**
     * Checkpoints to be kept outside, with the keys they are verified by.
     *
     * @param keys Base64 X.509, by id
     */
    public record Bundle(
            @JsonProperty(value = "serverId", required = true) UUID serverId,
            @JsonProperty(value = "keys", required = true) Map<String, String> keys,
            @JsonProperty(value = "checkpoints", required = true) List<Checkpoint> checkpoints) {
        public Bundle {
            keys = Map.copyOf(keys);
            checkpoints = List.copyOf(checkpoints);
        }
    }

    static byte[] signed(String document) {
        return (PREFIX + document).getBytes(StandardCharsets.UTF_8);
    }

    /** Whether that key made the signature; one that is no key made none. */
    boolean isSignedBy(@Nullable String publicKey) {
        try {
            return publicKey != null
                    && Seals.verify(
                            Signature.getInstance("SHA256withECDSA"),
                            Seals.publicKey(publicKey),
                            signed(document),
                            signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}

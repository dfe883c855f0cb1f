package vn.sothon.server.platform.ledger;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a commune's log, before it has its number.
 *
 * @param partition whose log
 * @param id what it is about: a record, a key, a plan
 * @param hash SHA-256 that pins the thing's content at this moment
 */
public record LogEntry(
        String partition,
        Type type,
        String id,
        String hash,
        Instant receivedAt,
        @Nullable String keyId,
        @Nullable String verdict) {

    public enum Type {
        ITEM,
        TIE,
        KEY,
        PLAN,
        /** What a person entered beside records: a task's result, a target's figure, a report sent. */
        RESULT,
        ERASE,
        REVOKE,
        /** What a person at a desk decided about a record, or about who answers for open work. */
        DECISION
    }

    /** The entry as it is written and hashed. */
    public record Numbered(
            @JsonProperty(value = "n", required = true) long n,
            @JsonProperty(value = "type", required = true) Type type,
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "hash", required = true) String hash,
            @JsonProperty(value = "receivedAt", required = true) Instant receivedAt,
            @JsonProperty("keyId") @Nullable String keyId,
            @JsonProperty("verdict") @Nullable String verdict) {}

    Numbered numbered(long n) {
        return new Numbered(n, type, id, hash, receivedAt, keyId, verdict);
    }
}

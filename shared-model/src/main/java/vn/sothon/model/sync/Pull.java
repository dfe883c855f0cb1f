package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/v1/sync/pull} and {@code /digest}: what changed since a cursor, and whether both sides agree. */
public final class Pull {
    private Pull() {}

    /** A sealed record never changes: this is its version for ever. */
    public static final long CONTENT_VERSION = 1;

    /** The types of rows in a feed; names are the contract. */
    public enum Type {
        person,
        village,
        group,
        loan,
        programme,
        association,
        form,
        policy,
        planTask,
        obligation,
        recommendation,
        alert,
        /**
         * The sealed bytes of an own record, a {@link SealedItem}; there is one for each {@code recordStatus}. It is not sent
         * to the device that brought it, unless that begins from nothing.
         */
        record,
        recordStatus,
        phoneNumber
    }

    /** One page of changes; {@code reset}: the cursor is of another epoch or of other grants, start again from nothing. */
    public record Answer(
            @JsonProperty(value = "serverId", required = true) UUID serverId,
            @JsonProperty(value = "epoch", required = true) long epoch,
            @JsonProperty(value = "serverTime", required = true) Instant serverTime,
            @JsonProperty("changes") List<Change> changes,
            @JsonProperty("removed") List<Removed> removed,
            @JsonProperty(value = "nextCursor", required = true) String nextCursor,
            @JsonProperty(value = "more", required = true) boolean more,
            @JsonProperty("reset") @Nullable Boolean reset) {
        public Answer {
            changes = changes == null ? List.of() : List.copyOf(changes);
            removed = removed == null ? List.of() : List.copyOf(removed);
        }
    }

    /** One row as it stands now; {@code type} is text so that an older phone passes over a newer type. */
    public record Change(
            @JsonProperty(value = "type", required = true) String type,
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "version", required = true) long version,
            @JsonProperty(value = "data", required = true) JsonNode data) {}

    /** A row that is gone from this reader's view; {@code erase}: its content must go from the phone too. */
    public record Removed(
            @JsonProperty(value = "type", required = true) String type,
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty("erase") @Nullable Boolean erase) {}

    /** Count and 64-bit sum of the rows of one type in a reader's view. */
    public record Digest(
            @JsonProperty(value = "serverId", required = true) UUID serverId,
            @JsonProperty(value = "epoch", required = true) long epoch,
            @JsonProperty("buckets") List<Bucket> buckets) {}

    /**
     * One type of row.
     *
     * @param sum wrapping sum of {@link #fingerprint} over the rows, in hex
     */
    public record Bucket(
            @JsonProperty(value = "type", required = true) String type,
            @JsonProperty(value = "count", required = true) long count,
            @JsonProperty(value = "sum", required = true) String sum) {}

    /** A row's share of its bucket's sum: the first 64 bits of SHA-256 over type, id and version. */
    public static long fingerprint(String type, String id, long version) {
        byte[] hash = Seals.digest().digest((type + "\n" + id + "\n" + version).getBytes(StandardCharsets.UTF_8));
        long value = 0;
        for (int i = 0; i < 8; i++) {
            value = (value << 8) | (hash[i] & 0xff);
        }
        return value;
    }
}

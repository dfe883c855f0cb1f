package vn.sothon.app.data.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the last attempt to sync.
 *
 * @param begunAt when it began
 * @param end how it ended; {@link End#BROKEN_OFF} until it has
 * @param code the server's own word, where it gave one
 * @param wholeAt when an attempt last ended well
 */
public record LastSync(
        @JsonProperty(value = "begunAt", required = true) Instant begunAt,
        @JsonProperty(value = "end", required = true) End end,
        @JsonProperty("code") @Nullable String code,
        @JsonProperty("wholeAt") @Nullable Instant wholeAt) {

    /** How an attempt ended; the first is written before it begins, so that a killed process reads as one that failed. */
    public enum End {
        BROKEN_OFF,
        WHOLE,
        UNREACHABLE,
        NOT_OUR_SERVER,
        NOT_UNDERSTOOD,
        UNAUTHORISED,
        REVOKED,
        BUSY,
        SERVER_ERROR,
        REFUSED
    }
}

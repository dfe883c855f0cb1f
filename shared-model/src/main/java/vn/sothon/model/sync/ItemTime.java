package vn.sothon.model.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When the phone sealed, as far as a phone can know.
 *
 * @param wall the phone's clock, which anyone can turn
 * @param elapsedMs milliseconds since the phone started
 * @param bootCount how often it has started
 * @param anchor the last time a server told, with the phone's own counters at that moment
 */
public record ItemTime(
        @JsonProperty(value = "wall", required = true) Instant wall,
        @JsonProperty(value = "elapsedMs", required = true) long elapsedMs,
        @JsonProperty(value = "bootCount", required = true) long bootCount,
        @JsonProperty("anchor") @Nullable Anchor anchor) {

    /**
     * The last word of a server about the time.
     *
     * @param wallOffsetMs server time minus the phone's clock at the anchor
     */
    public record Anchor(
            @JsonProperty(value = "serverTime", required = true) Instant serverTime,
            @JsonProperty(value = "elapsedMs", required = true) long elapsedMs,
            @JsonProperty(value = "bootCount", required = true) long bootCount,
            @JsonProperty(value = "wallOffsetMs", required = true) long wallOffsetMs) {}

    /** When it happened, never later than {@code receivedAt}: the anchor counts within one boot, else the corrected clock. */
    public Instant effective(Instant receivedAt) {
        Instant told;
        if (anchor != null && anchor.bootCount() == bootCount && elapsedMs >= anchor.elapsedMs()) {
            told = anchor.serverTime().plusMillis(elapsedMs - anchor.elapsedMs());
        } else if (anchor != null) {
            told = wall.plusMillis(anchor.wallOffsetMs());
        } else {
            told = wall;
        }
        return told.isAfter(receivedAt) ? receivedAt : told;
    }
}

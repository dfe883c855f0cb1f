package vn.sothon.server.ops;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A record that needs a person.
 *
 * @param why {@code HELD_GRANT}, {@code HELD_REVOKED}, {@code HELD_PERSON}, {@code HELD_ORIGINAL}, {@code UNTIED},
 *     {@code LOAN_UNMATCHED}, {@code FORK} or a note that somebody has to look at, e.g. {@code SHEET_DIFFERS}
 */
public record WaitingItem(
        @JsonProperty("recordId") String recordId,
        @JsonProperty("kind") String kind,
        @JsonProperty("communeCode") String communeCode,
        @JsonProperty("villageCode") @Nullable String villageCode,
        @JsonProperty("receivedAt") Instant receivedAt,
        @JsonProperty("why") String why) {}

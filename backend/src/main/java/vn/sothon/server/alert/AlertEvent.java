package vn.sothon.server.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;

/**
 * One thing that happened to an alert.
 *
 * @param by absent: the server itself
 * @param note what that person wrote, the code of the server's reason, or the id of whom it was assigned to
 */
public record AlertEvent(
        @JsonProperty("what") What what,
        @JsonProperty("at") Instant at,
        @JsonProperty("by") @Nullable UUID by,
        @JsonProperty("role") @Nullable ActingRole role,
        @JsonProperty("note") @Nullable String note) {

    public enum What {
        OPENED,
        SEEN_AGAIN,
        REOPENED,
        ACKNOWLEDGED,
        ASSIGNED,
        ESCALATED,
        RESOLVED
    }
}

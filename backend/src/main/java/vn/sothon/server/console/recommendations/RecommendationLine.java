package vn.sothon.server.console.recommendations;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A recommendation in a list.
 *
 * @param responsible as the minutes name him
 * @param state {@code OPEN}, {@code LATE}, {@code CLOSED} or {@code WITHDRAWN}
 * @param actId the act that closed it
 */
public record RecommendationLine(
        UUID id,
        UUID recordId,
        String communeCode,
        @Nullable String villageCode,
        @Nullable String groupCode,
        @Nullable String group,
        String text,
        @Nullable LocalDate deadline,
        @Nullable String responsible,
        @Nullable UUID followerId,
        String state,
        long version,
        Instant madeAt,
        @Nullable UUID actId,
        @Nullable UUID closerId,
        @Nullable Instant closedAt) {

    public boolean isOpen() {
        return state.equals("OPEN") || state.equals("LATE");
    }
}

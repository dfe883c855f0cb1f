package vn.sothon.server.console.records;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record in a list.
 *
 * @param tied absent where no tie is looked for; else whether a task was found
 */
public record RecordLine(
        UUID id,
        String kind,
        String role,
        @Nullable String author,
        @Nullable String borrower,
        @Nullable String loanNumber,
        @Nullable String group,
        @Nullable String villageCode,
        String communeCode,
        Instant effectiveAt,
        String status,
        boolean head,
        @Nullable Boolean tied,
        @Nullable String taskKey,
        @Nullable String taskTitle) {}

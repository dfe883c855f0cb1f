package vn.sothon.server.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.record.RecordKind;

/**
 * What the server knows of a stored record beside its bytes.
 *
 * @param originalId the first record of its line of corrections, itself where it corrects nothing
 * @param head whether counts, ties and alerts follow it
 * @param waitsFor with HELD: what it waits for
 */
public record StoredRecord(
        UUID id,
        RecordKind kind,
        String hash,
        UUID personId,
        ActingRole actingRole,
        String communeCode,
        @Nullable String villageCode,
        @Nullable String groupCode,
        @Nullable UUID loanId,
        @Nullable UUID visitId,
        @Nullable UUID corrects,
        UUID originalId,
        Instant effectiveAt,
        Status status,
        @Nullable WaitsFor waitsFor,
        boolean head,
        long version) {

    /** How a record stands. */
    public enum Status {
        ACCEPTED,
        HELD,
        WITHDRAWN
    }

    /** What a held record waits for. */
    public enum WaitsFor {
        /** The record it corrects or withdraws has not come yet. */
        ORIGINAL,
        /** The author had no grant for it then; a person decides. */
        GRANT,
        /** The phone was reported lost; a person decides. */
        REVOKED,
        /** It corrects somebody else's record, or one of another kind; a person decides. */
        PERSON
    }

    /** Whether it counts: accepted, and the newest of its line. */
    public boolean counts() {
        return status == Status.ACCEPTED && head;
    }
}

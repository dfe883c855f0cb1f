package vn.sothon.client.record;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.SealedItem;

/**
 * A sealed record in the phone's book.
 *
 * @param number place in the book, counted from 1
 * @param hash SHA-256 of the head
 * @param sends how many calls have carried it
 * @param missing photos the server still waits for
 * @param answer the server's last word on it
 */
public record BookedRecord(
        long number,
        UUID id,
        RecordKind kind,
        @Nullable UUID visitId,
        @Nullable UUID corrects,
        SealedItem item,
        String hash,
        Instant sealedAt,
        RecordState state,
        int sends,
        int missing,
        @Nullable Result answer) {

    /** Whether the server has answered that it keeps this record. */
    public boolean isAcknowledged() {
        return state == RecordState.RECEIVED || state == RecordState.HELD;
    }
}

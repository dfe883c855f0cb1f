package vn.sothon.client.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.RecordStatus;
import vn.sothon.model.sync.SealedItem;

/** Everything this phone has sealed, and what its person has sealed elsewhere; nothing is ever changed or taken out of it. */
public interface RecordBook {
    /** What is written when a record is sealed. */
    record Entry(
            UUID id,
            RecordKind kind,
            @Nullable UUID visitId,
            @Nullable UUID corrects,
            SealedItem item,
            String hash,
            Instant sealedAt) {}

    /**
     * Writes a new record.
     *
     * @throws IllegalStateException if the id is in the book
     */
    void append(Entry entry);

    /**
     * Writes a record that the server gave back: it is received, and never sent. What is in the book already stays as it
     * is.
     */
    void restore(Entry entry);

    Optional<BookedRecord> find(UUID id);

    /** All records in the order of sealing. */
    List<BookedRecord> all();

    List<BookedRecord> ofVisit(UUID visitId);

    /** The record that stands in place of this one: the newest correction of it, or itself. */
    BookedRecord current(BookedRecord record);

    /** Takes the present state of a record from the feed; passed over while this phone still waits for its own answer. */
    void heard(RecordStatus status);
}

package vn.sothon.client.record;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import vn.sothon.client.record.Draft.About;
import vn.sothon.client.record.Draft.Acting;
import vn.sothon.client.record.Draft.Correction;
import vn.sothon.model.sync.ReadItem;

/** A record is never edited: a correction is a whole new record that names the one it replaces, and why. */
public final class Corrections {
    private Corrections() {}

    /** A draft with everything the record says, ready to be changed and sealed under a new id. */
    public static Draft draft(UUID id, BookedRecord record, String reason) {
        ReadItem read = ReadItem.trusted(record.item());
        return new Draft(
                id,
                record.kind(),
                new Acting(
                        read.head().actingRole(),
                        read.head().communeCode(),
                        read.head().villageCode(),
                        read.head().visitId()),
                new About(
                        read.body().groupCode(),
                        read.body().loanId(),
                        read.body().loanNumber(),
                        read.body().seen()),
                new Correction(record.id(), reason),
                read.body().planTaskId(),
                read.body().position(),
                read.body().attachments(),
                read.body().payload());
    }

    static BookedRecord current(BookedRecord record, Function<UUID, Optional<BookedRecord>> newestCorrection) {
        BookedRecord current = record;
        Optional<BookedRecord> next = newestCorrection.apply(current.id());
        while (next.isPresent()) {
            current = next.get();
            next = newestCorrection.apply(current.id());
        }
        return current;
    }
}

package vn.sothon.app.data.push;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.RecordBook;
import vn.sothon.client.record.RecordState;
import vn.sothon.client.store.Notes;

/** Records the commune has refused and nobody has mended: each is called out once. */
public final class RefusedRecords {
    private static final String TOLD = "notice.refused.";

    private final Notes notes;
    private final RecordBook book;

    public RefusedRecords(Notes notes, RecordBook book) {
        this.notes = notes;
        this.book = book;
    }

    List<UUID> calling() {
        List<BookedRecord> all = book.all();
        Set<UUID> mended = new HashSet<>();
        for (BookedRecord record : all) {
            if (record.corrects() != null) {
                mended.add(record.corrects());
            }
        }
        List<UUID> calling = new ArrayList<>();
        for (BookedRecord record : all) {
            boolean refused =
                    record.state() == RecordState.REJECTED && !record.kind().isAct();
            if (refused
                    && !mended.contains(record.id())
                    && !notes.find(TOLD + record.id()).isPresent()) {
                calling.add(record.id());
            }
        }
        return calling;
    }

    void called(UUID record) {
        notes.put(TOLD + record, "1");
    }
}

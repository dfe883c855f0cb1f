package vn.sothon.client.sync;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.client.record.RecordBook;
import vn.sothon.client.session.Session;
import vn.sothon.client.session.Sessions;
import vn.sothon.client.task.PulledRow;
import vn.sothon.client.task.PulledRows;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ItemHead;
import vn.sothon.model.sync.Pull;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.RecordStatus;
import vn.sothon.model.sync.SealedItem;
import vn.sothon.model.sync.Seals;

/**
 * What the feed says of the person's own records. A book that was lost gets its records back; a record that is in the book
 * is kept there alone, and its row stands without content. What this build cannot read stays in its row.
 */
final class OwnRecords {
    private static final String RECORD = Pull.Type.record.name();
    private static final String STATUS = Pull.Type.recordStatus.name();
    private static final String IN_THE_BOOK = "{}";

    private final RecordBook book;
    private final PulledRows rows;
    private final Sessions sessions;

    OwnRecords(RecordBook book, PulledRows rows, Sessions sessions) {
        this.book = book;
        this.rows = rows;
        this.sessions = sessions;
    }

    /** Takes how records stand from a page, and adds the rows of those whose content needs not be sent. */
    List<PulledRow> heard(List<PulledRow> page) {
        List<PulledRow> all = new ArrayList<>(page);
        for (PulledRow row : page) {
            if (row.type().equals(STATUS)) {
                status(row).ifPresent(book::heard);
                if (id(row).flatMap(book::find).isPresent()) {
                    all.add(inTheBook(row.id()));
                }
            }
        }
        return all;
    }

    /** Writes into the book what these standing rows have and the book has not, in the order in which it was sealed. */
    void restore(List<PulledRow> brought) {
        List<RecordBook.Entry> lost = new ArrayList<>();
        for (PulledRow row : brought) {
            if (row.type().equals(RECORD) && !row.data().equals(IN_THE_BOOK)) {
                entry(row).ifPresent(lost::add);
            }
        }
        if (lost.isEmpty()) {
            return;
        }
        lost.sort(Comparator.comparing(RecordBook.Entry::sealedAt));
        List<PulledRow> standing = new ArrayList<>();
        for (RecordBook.Entry entry : lost) {
            String id = entry.id().toString();
            book.restore(entry);
            rows.find(STATUS, id).flatMap(OwnRecords::status).ifPresent(book::heard);
            standing.add(inTheBook(id));
        }
        rows.apply(standing, List.of(), Objects.requireNonNull(rows.cursor()));
    }

    private static PulledRow inTheBook(String id) {
        return new PulledRow(RECORD, id, Pull.CONTENT_VERSION, IN_THE_BOOK);
    }

    /** Empty for bytes that are not what their head says, not this person's, or of a newer build. */
    private Optional<RecordBook.Entry> entry(PulledRow row) {
        UUID person =
                sessions.current().map(Session::person).map(view -> view.id()).orElse(null);
        try {
            SealedItem item = Json.tolerant(row.data(), SealedItem.class);
            ItemHead head = ReadItem.head(item.head());
            boolean whole = head.id().toString().equals(row.id())
                    && head.personId().equals(person)
                    && head.bodyHash().equals(Seals.sha256(item.body()));
            if (!whole) {
                return Optional.empty();
            }
            ReadItem read = ReadItem.of(item, RecordKind.valueOf(head.kind()), head);
            return Optional.of(new RecordBook.Entry(
                    head.id(),
                    read.kind(),
                    head.visitId(),
                    head.corrects(),
                    item,
                    read.hash(),
                    head.time().wall()));
        } catch (JsonRefused | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Empty where a newer server says more than this build understands: the record keeps what it was told before. */
    private static Optional<RecordStatus> status(PulledRow row) {
        try {
            return Optional.of(Json.tolerant(row.data(), RecordStatus.class));
        } catch (JsonRefused e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(PulledRow row) {
        try {
            return Optional.of(UUID.fromString(row.id()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package vn.sothon.client.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Database;
import vn.sothon.client.store.Row;
import vn.sothon.client.store.TextCipher;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.RecordStatus;
import vn.sothon.model.sync.SealedItem;

/** The record book in the phone's database. */
public final class SqlRecordBook implements RecordBook {
    private static final String COLUMNS =
            "SELECT r.number, r.id, r.kind, r.visit_id, r.corrects, r.head, r.body, r.signature, r.hash, r.sealed_at,"
                    + " r.state, r.sends, (SELECT count(*) FROM awaited a WHERE a.record_id = r.id), r.answer"
                    + " FROM record r ";

    private final Database database;
    private final TextCipher cipher;

    public SqlRecordBook(Database database, TextCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public void append(Entry entry) {
        if (find(entry.id()).isPresent()) {
            throw new IllegalStateException("already in the book: " + entry.id());
        }
        write(entry, RecordState.SAVED_ON_PHONE);
    }

    @Override
    public void restore(Entry entry) {
        if (!find(entry.id()).isPresent()) {
            write(entry, RecordState.RECEIVED);
        }
    }

    private void write(Entry entry, RecordState state) {
        database.update(
                "INSERT INTO record (id, kind, visit_id, corrects, head, body, signature, hash, sealed_at, state, sends)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                entry.id().toString(),
                entry.kind().name(),
                textOrNull(entry.visitId()),
                textOrNull(entry.corrects()),
                entry.item().head(),
                cipher.seal(entry.item().body(), body(entry.id().toString())),
                entry.item().signature(),
                entry.hash(),
                entry.sealedAt().toEpochMilli(),
                state.name());
    }

    @Override
    public Optional<BookedRecord> find(UUID id) {
        return database.query(COLUMNS + "WHERE r.id = ?", this::read, id.toString()).stream()
                .findFirst();
    }

    @Override
    public List<BookedRecord> all() {
        return database.query(COLUMNS + "ORDER BY r.number", this::read);
    }

    @Override
    public List<BookedRecord> ofVisit(UUID visitId) {
        return database.query(COLUMNS + "WHERE r.visit_id = ? ORDER BY r.number", this::read, visitId.toString());
    }

    @Override
    public BookedRecord current(BookedRecord record) {
        return Corrections.current(
                record,
                id ->
                        database
                                .query(
                                        COLUMNS + "WHERE r.corrects = ? ORDER BY r.number DESC",
                                        this::read,
                                        id.toString())
                                .stream()
                                .findFirst());
    }

    @Override
    public void heard(RecordStatus status) {
        Answers.stateOf(status)
                .ifPresent(state -> database.atomically(() -> {
                    int known = database.update(
                            "UPDATE record SET state = ?, answer = ? WHERE id = ? AND state IN ('RECEIVED', 'HELD')",
                            state.name(),
                            cipher.seal(
                                    Json.write(Answers.of(status)),
                                    answer(status.id().toString())),
                            status.id().toString());
                    if (known > 0) {
                        await(database, status.id(), status.missing());
                    }
                }));
    }

    static void await(Database database, UUID id, List<String> missing) {
        database.update("DELETE FROM awaited WHERE record_id = ?", id.toString());
        for (String sha256 : missing) {
            database.update("INSERT OR IGNORE INTO awaited (record_id, sha256) VALUES (?, ?)", id.toString(), sha256);
        }
    }

    static String body(String id) {
        return "record.body:" + id;
    }

    static String answer(String id) {
        return "record.answer:" + id;
    }

    private BookedRecord read(Row row) {
        String answer = row.textOrNull(13);
        return new BookedRecord(
                row.number(0),
                UUID.fromString(row.text(1)),
                RecordKind.valueOf(row.text(2)),
                uuidOrNull(row.textOrNull(3)),
                uuidOrNull(row.textOrNull(4)),
                new SealedItem(row.text(5), cipher.open(row.text(6), body(row.text(1))), row.text(7)),
                row.text(8),
                Instant.ofEpochMilli(row.number(9)),
                RecordState.valueOf(row.text(10)),
                (int) row.number(11),
                (int) row.number(12),
                answer == null ? null : result(cipher.open(answer, answer(row.text(1)))));
    }

    private static Result result(String json) {
        try {
            return Json.tolerant(json, Result.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored answer cannot be read", e);
        }
    }

    private static @Nullable UUID uuidOrNull(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static @Nullable String textOrNull(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }
}

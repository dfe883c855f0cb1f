package vn.sothon.client.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.sothon.client.store.Database;
import vn.sothon.client.store.TextCipher;
import vn.sothon.model.json.Json;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.SealedItem;

/** The outbox in the phone's database: a queue of ids beside the record book that holds the bytes. */
public final class SqlOutbox implements Outbox {
    private final Database database;
    private final TextCipher cipher;

    public SqlOutbox(Database database, TextCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public void add(UUID id) {
        database.update(
                "INSERT INTO outbox (record_id, failures, stuck, not_before) VALUES (?, 0, 0, 0)", id.toString());
    }

    @Override
    public List<Entry> peek(int limit, Instant now) {
        return database.query(
                "SELECT r.id, r.head, r.body, r.signature, o.failures, o.stuck FROM outbox o"
                        + " JOIN record r ON r.id = o.record_id WHERE o.not_before NOT BETWEEN ? AND ?"
                        + " ORDER BY o.stuck, o.position LIMIT ?",
                row -> new Entry(
                        UUID.fromString(row.text(0)),
                        new SealedItem(
                                row.text(1), cipher.open(row.text(2), SqlRecordBook.body(row.text(0))), row.text(3)),
                        (int) row.number(4),
                        row.number(5) != 0),
                now.toEpochMilli() + 1,
                now.plus(Waits.LONGEST).toEpochMilli(),
                (long) limit);
    }

    @Override
    public void attempted(List<UUID> ids) {
        database.atomically(() -> {
            for (UUID id : ids) {
                database.update("UPDATE record SET sends = sends + 1 WHERE id = ?", id.toString());
            }
        });
    }

    @Override
    public void settle(UUID id, Result answer) {
        RecordState state = Answers.stateOf(answer);
        database.atomically(() -> {
            database.update("DELETE FROM outbox WHERE record_id = ?", id.toString());
            database.update(
                    "UPDATE record SET state = ?, answer = ? WHERE id = ?",
                    state.name(),
                    cipher.seal(Json.write(answer), SqlRecordBook.answer(id.toString())),
                    id.toString());
            SqlRecordBook.await(database, id, answer.missing());
        });
    }

    @Override
    public void postpone(UUID id, Instant notBefore, Result answer) {
        database.atomically(() -> {
            database.update(
                    "UPDATE outbox SET not_before = ? WHERE record_id = ?", notBefore.toEpochMilli(), id.toString());
            database.update(
                    "UPDATE record SET answer = ? WHERE id = ?",
                    cipher.seal(Json.write(answer), SqlRecordBook.answer(id.toString())),
                    id.toString());
        });
    }

    @Override
    public void failedAlone(UUID id) {
        database.atomically(() -> {
            database.update("UPDATE outbox SET failures = failures + 1 WHERE record_id = ?", id.toString());
            // Behind the others, and behind those that became stuck before it.
            database.update(
                    "UPDATE outbox SET stuck = 1, failures = 0,"
                            + " position = (SELECT max(position) + 1 FROM outbox)"
                            + " WHERE record_id = ? AND failures >= ?",
                    id.toString(),
                    (long) PATIENCE);
        });
    }

    @Override
    public int size() {
        return (int) (long) database.query("SELECT count(*) FROM outbox", row -> row.number(0))
                .get(0);
    }

    @Override
    public List<UUID> stuck() {
        return database.query(
                "SELECT record_id FROM outbox WHERE stuck = 1 ORDER BY position", row -> UUID.fromString(row.text(0)));
    }
}

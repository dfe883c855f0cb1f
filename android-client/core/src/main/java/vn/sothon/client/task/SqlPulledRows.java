package vn.sothon.client.task;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Database;
import vn.sothon.client.store.Row;
import vn.sothon.client.store.TextCipher;
import vn.sothon.model.sync.Pull.Bucket;

/** Pulled rows in the phone's database; a rebuild is gathered in a table of its own. */
public final class SqlPulledRows implements PulledRows {
    private static final String CURSOR = "pull.cursor";
    private static final String STAGED = "pull.staged";

    private final Database database;
    private final TextCipher cipher;

    public SqlPulledRows(Database database, TextCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public Optional<PulledRow> find(String type, String id) {
        return database
                .query("SELECT type, id, version, data FROM pulled WHERE type = ? AND id = ?", this::read, type, id)
                .stream()
                .findFirst();
    }

    @Override
    public List<PulledRow> all(String type) {
        return database.query(
                "SELECT type, id, version, data FROM pulled WHERE type = ? ORDER BY id", this::read, type);
    }

    @Override
    public @Nullable String cursor() {
        return note(CURSOR);
    }

    @Override
    public @Nullable String stagedCursor() {
        return note(STAGED);
    }

    @Override
    public void apply(List<PulledRow> changes, List<Key> removed, String nextCursor) {
        database.atomically(() -> {
            write("pulled", changes, removed);
            note(CURSOR, nextCursor);
        });
    }

    @Override
    public void stage(List<PulledRow> changes, List<Key> removed, String nextCursor) {
        database.atomically(() -> {
            write("pulled_next", changes, removed);
            note(STAGED, nextCursor);
        });
    }

    @Override
    public void swapIn(String nextCursor) {
        database.atomically(() -> {
            database.update("DELETE FROM pulled");
            database.update("INSERT INTO pulled (type, id, version, data) SELECT type, id, version, data"
                    + " FROM pulled_next");
            database.update("DELETE FROM pulled_next");
            note(STAGED, null);
            note(CURSOR, nextCursor);
        });
    }

    @Override
    public void startAgain() {
        database.atomically(() -> {
            database.update("DELETE FROM pulled_next");
            note(STAGED, null);
            note(CURSOR, null);
        });
    }

    @Override
    public void wipe() {
        database.atomically(() -> {
            startAgain();
            database.update("DELETE FROM pulled");
        });
    }

    @Override
    public List<Bucket> digest() {
        Buckets buckets = new Buckets();
        database.query("SELECT type, id, version FROM pulled", row -> {
            buckets.add(row.text(0), row.text(1), row.number(2));
            return row.number(2);
        });
        return buckets.buckets();
    }

    private void write(String table, List<PulledRow> changes, List<Key> removed) {
        for (PulledRow row : changes) {
            database.update(
                    "INSERT OR REPLACE INTO " + table + " (type, id, version, data) VALUES (?, ?, ?, ?)",
                    row.type(),
                    row.id(),
                    row.version(),
                    cipher.seal(row.data(), place(row.type(), row.id())));
        }
        for (Key key : removed) {
            database.update("DELETE FROM " + table + " WHERE type = ? AND id = ?", key.type(), key.id());
        }
    }

    private @Nullable String note(String key) {
        List<String> found = database.query("SELECT value FROM note WHERE key = ?", row -> row.text(0), key);
        return found.isEmpty() ? null : found.get(0);
    }

    private void note(String key, @Nullable String value) {
        if (value == null) {
            database.update("DELETE FROM note WHERE key = ?", key);
        } else {
            database.update("INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)", key, value);
        }
    }

    /** The same for the standing rows and for those of a rebuild, which are copied as they are. */
    private static String place(String type, String id) {
        return "pulled:" + type + ":" + id;
    }

    private PulledRow read(Row row) {
        String type = row.text(0);
        String id = row.text(1);
        return new PulledRow(type, id, row.number(2), cipher.open(row.text(3), place(type, id)));
    }
}

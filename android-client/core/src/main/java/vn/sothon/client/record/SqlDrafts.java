package vn.sothon.client.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.client.store.Database;
import vn.sothon.client.store.Row;
import vn.sothon.client.store.TextCipher;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/** Drafts in the phone's database, each one JSON text. */
public final class SqlDrafts implements Drafts {
    private final Database database;
    private final TextCipher cipher;

    public SqlDrafts(Database database, TextCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public void save(Draft draft, Instant at) {
        database.update(
                "INSERT OR REPLACE INTO draft (id, saved_at, content) VALUES (?, ?, ?)",
                draft.id().toString(),
                at.toEpochMilli(),
                cipher.seal(Json.write(draft), place(draft.id().toString())));
    }

    @Override
    public Optional<Draft> find(UUID id) {
        return database.query("SELECT id, content FROM draft WHERE id = ?", this::read, id.toString()).stream()
                .findFirst();
    }

    @Override
    public List<Draft> all() {
        return database.query("SELECT id, content FROM draft ORDER BY saved_at DESC, id DESC", this::read);
    }

    @Override
    public void discard(UUID id) {
        database.update("DELETE FROM draft WHERE id = ?", id.toString());
    }

    private static String place(String id) {
        return "draft:" + id;
    }

    private Draft read(Row row) {
        try {
            return Json.tolerant(cipher.open(row.text(1), place(row.text(0))), Draft.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored draft cannot be read", e);
        }
    }
}

package vn.sothon.client.record;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.sothon.client.store.Database;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/** Drafts in the phone's database, each one JSON text. */
public final class SqlDrafts implements Drafts {
    private final Database database;

    public SqlDrafts(Database database) {
        this.database = database;
    }

    @Override
    public void save(Draft draft, Instant at) {
        database.update(
                "INSERT OR REPLACE INTO draft (id, saved_at, content) VALUES (?, ?, ?)",
                draft.id().toString(),
                at.toEpochMilli(),
                Json.write(draft));
    }

    @Override
    public Optional<Draft> find(UUID id) {
        return database
                .query("SELECT content FROM draft WHERE id = ?", row -> read(row.text(0)), id.toString())
                .stream()
                .findFirst();
    }

    @Override
    public List<Draft> all() {
        return database.query("SELECT content FROM draft ORDER BY saved_at DESC, id DESC", row -> read(row.text(0)));
    }

    @Override
    public void discard(UUID id) {
        database.update("DELETE FROM draft WHERE id = ?", id.toString());
    }

    private static Draft read(String json) {
        try {
            return Json.tolerant(json, Draft.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored draft cannot be read", e);
        }
    }
}

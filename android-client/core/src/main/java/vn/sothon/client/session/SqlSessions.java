package vn.sothon.client.session;

import java.util.Optional;
import vn.sothon.client.store.Database;
import vn.sothon.client.store.TextCipher;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/** The session as one note in the phone's database. */
public final class SqlSessions implements Sessions {
    private static final String PLACE = "note:session";

    private final Database database;
    private final TextCipher cipher;

    public SqlSessions(Database database, TextCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public Optional<Session> current() {
        return database
                .query("SELECT value FROM note WHERE key = 'session'", row -> read(cipher.open(row.text(0), PLACE)))
                .stream()
                .findFirst();
    }

    @Override
    public void save(Session session) {
        database.update(
                "INSERT OR REPLACE INTO note (key, value) VALUES ('session', ?)",
                cipher.seal(Json.write(session), PLACE));
    }

    private static Session read(String json) {
        try {
            return Json.tolerant(json, Session.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("the stored session cannot be read", e);
        }
    }
}

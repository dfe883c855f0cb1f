package vn.sothon.client.session;

import java.util.Optional;
import vn.sothon.client.store.Database;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/** The session as one note in the phone's database. */
public final class SqlSessions implements Sessions {
    private final Database database;

    public SqlSessions(Database database) {
        this.database = database;
    }

    @Override
    public Optional<Session> current() {
        return database.query("SELECT value FROM note WHERE key = 'session'", row -> read(row.text(0))).stream()
                .findFirst();
    }

    @Override
    public void save(Session session) {
        database.update("INSERT OR REPLACE INTO note (key, value) VALUES ('session', ?)", Json.write(session));
    }

    private static Session read(String json) {
        try {
            return Json.tolerant(json, Session.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("the stored session cannot be read", e);
        }
    }
}

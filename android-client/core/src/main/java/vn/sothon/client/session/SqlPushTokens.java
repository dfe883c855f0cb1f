package vn.sothon.client.session;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Database;
import vn.sothon.client.store.TextCipher;

/** The token as two notes in the phone's database: what was given, and what the server was told for which device. */
public final class SqlPushTokens implements PushTokens {
    private static final String GIVEN = "push.given";
    private static final String TOLD = "push.told";

    private final Database database;
    private final TextCipher cipher;

    public SqlPushTokens(Database database, TextCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public void given(String token) {
        note(GIVEN, token);
    }

    @Override
    public @Nullable String untold(UUID deviceId) {
        String token = note(GIVEN);
        return token == null || (deviceId + " " + token).equals(note(TOLD)) ? null : token;
    }

    @Override
    public void told(UUID deviceId, String token) {
        note(TOLD, deviceId + " " + token);
    }

    private @Nullable String note(String key) {
        List<String> found = database.query(
                "SELECT value FROM note WHERE key = ?", row -> cipher.open(row.text(0), place(key)), key);
        return found.isEmpty() ? null : found.get(0);
    }

    private void note(String key, String value) {
        database.update("INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)", key, cipher.seal(value, place(key)));
    }

    private static String place(String key) {
        return "note/" + key;
    }
}

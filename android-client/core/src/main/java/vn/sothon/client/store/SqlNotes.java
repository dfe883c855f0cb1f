package vn.sothon.client.store;

import java.util.Optional;

/** Notes in the phone's database. */
public final class SqlNotes implements Notes {
    private final Database database;
    private final TextCipher cipher;

    public SqlNotes(Database database, TextCipher cipher) {
        this.database = database;
        this.cipher = cipher;
    }

    @Override
    public Optional<String> find(String key) {
        return database
                .query("SELECT value FROM note WHERE key = ?", row -> cipher.open(row.text(0), place(key)), key)
                .stream()
                .findFirst();
    }

    @Override
    public void put(String key, String value) {
        database.update("INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)", key, cipher.seal(value, place(key)));
    }

    @Override
    public void remove(String key) {
        database.update("DELETE FROM note WHERE key = ?", key);
    }

    private static String place(String key) {
        return "note:" + key;
    }
}

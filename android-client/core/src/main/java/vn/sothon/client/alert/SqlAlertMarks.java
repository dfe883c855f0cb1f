package vn.sothon.client.alert;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Database;

/** Marks as notes in the phone's database: the version read, and the last call. They name nobody. */
public final class SqlAlertMarks implements AlertMarks {
    private static final String KEY = "alert.mark.";

    private final Database database;

    public SqlAlertMarks(Database database) {
        this.database = database;
    }

    @Override
    public @Nullable String calledFor(UUID alertId) {
        String call = mark(alertId)[1];
        return call.isEmpty() ? null : call;
    }

    @Override
    public void called(UUID alertId, String call) {
        database.atomically(() -> write(alertId, mark(alertId)[0], call));
    }

    @Override
    public long readVersion(UUID alertId) {
        return Long.parseLong(mark(alertId)[0]);
    }

    @Override
    public void read(UUID alertId, long version) {
        database.atomically(() -> {
            String[] mark = mark(alertId);
            write(alertId, Long.toString(Math.max(version, Long.parseLong(mark[0]))), mark[1]);
        });
    }

    @Override
    public void keepOnly(Set<UUID> alertIds) {
        database.atomically(() -> {
            for (String key :
                    database.query("SELECT key FROM note WHERE key LIKE 'alert.mark.%'", row -> row.text(0))) {
                if (!alertIds.contains(UUID.fromString(key.substring(KEY.length())))) {
                    database.update("DELETE FROM note WHERE key = ?", key);
                }
            }
        });
    }

    private String[] mark(UUID alertId) {
        List<String> found = database.query("SELECT value FROM note WHERE key = ?", row -> row.text(0), KEY + alertId);
        return found.isEmpty() ? new String[] {"0", ""} : found.get(0).split(" ", 2);
    }

    private void write(UUID alertId, String version, String call) {
        database.update("INSERT OR REPLACE INTO note (key, value) VALUES (?, ?)", KEY + alertId, version + " " + call);
    }
}

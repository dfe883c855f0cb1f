package vn.sothon.app.data.db;

import android.content.Context;
import android.database.Cursor;
import android.database.SQLException;
import android.database.sqlite.SQLiteDatabase;
import java.io.File;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes out of a damaged file what can still be read. What was pulled is left: the server gives it again. */
public final class Salvage {
    private static final List<String> WHAT_ONLY_THE_PHONE_HAS =
            List.of("note", "draft", "record", "outbox", "awaited", "upload", "receipt", "contradiction");
    private static final String DONE = ".kept";

    private final Context context;
    private final String name;

    public Salvage(Context context, String name) {
        this.context = context;
        this.name = name;
    }

    /**
     * What came of it.
     *
     * @param rows rows saved, by table
     * @param unreadable tables of which some rows, or all, could not be read
     */
    public record Outcome(Map<String, Integer> rows, List<String> unreadable) {}

    /** Copies into the new file, once; empty if nothing was damaged. The damaged file stays beside it. */
    public Optional<Outcome> into(RoomStatements database) {
        File aside = DamageKept.aside(context, name);
        if (!aside.exists()) {
            return Optional.empty();
        }
        Map<String, Integer> saved = new LinkedHashMap<>();
        List<String> unreadable = new ArrayList<>();
        try (SQLiteDatabase damaged =
                SQLiteDatabase.openDatabase(aside.getPath(), null, SQLiteDatabase.OPEN_READWRITE, ignored -> {})) {
            for (String table : WHAT_ONLY_THE_PHONE_HAS) {
                saved.put(table, 0);
                try {
                    copy(damaged, table, database, saved);
                } catch (SQLException e) {
                    unreadable.add(table);
                }
            }
            // The cursor spoke of rows that are gone.
            database.update("DELETE FROM note WHERE key IN ('pull.cursor', 'pull.staged')");
        } catch (SQLException e) {
            unreadable.addAll(WHAT_ONLY_THE_PHONE_HAS);
        }
        for (String part : new String[] {"", "-wal", "-shm"}) {
            File from = new File(aside.getPath() + part);
            if (from.exists() && !from.renameTo(new File(aside.getPath() + DONE + part))) {
                throw new IllegalStateException("cannot set aside " + from.getName());
            }
        }
        return Optional.of(new Outcome(saved, unreadable));
    }

    private static void copy(
            SQLiteDatabase damaged, String table, RoomStatements database, Map<String, Integer> saved) {
        try (Cursor rows = damaged.rawQuery("SELECT * FROM " + table, null)) {
            StringBuilder into = new StringBuilder("INSERT OR REPLACE INTO " + table + " (");
            into.append(String.join(", ", rows.getColumnNames())).append(") VALUES (?");
            for (int i = 1; i < rows.getColumnCount(); i++) {
                into.append(", ?");
            }
            into.append(')');
            while (rows.moveToNext()) {
                @Nullable Object[] values = new Object[rows.getColumnCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] =
                            rows.getType(i) == Cursor.FIELD_TYPE_INTEGER ? (Object) rows.getLong(i) : rows.getString(i);
                }
                database.update(into.toString(), values);
                saved.merge(table, 1, Integer::sum);
            }
        }
    }
}

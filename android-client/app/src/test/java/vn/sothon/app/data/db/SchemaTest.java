package vn.sothon.app.data.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.content.Context;
import android.database.Cursor;
import android.database.sqlite.SQLiteDatabase;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.nio.file.Files;
import java.util.TreeSet;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import vn.sothon.client.store.PhoneSchema;
import vn.sothon.model.json.Json;

/** Room's tables are the core's tables, whichever way a file came to them. */
@RunWith(RobolectricTestRunner.class)
public class SchemaTest {
    private static final File SCHEMAS = new File("schemas/vn.sothon.app.data.db.PhoneDatabase");

    private final Context app = RuntimeEnvironment.getApplication();

    @Test
    public void tables_whenRoomMadeThem_areThoseOfTheCore() {
        assertThat(tables(fresh())).isEqualTo(tables(ofTheCore(PhoneSchema.VERSION, "core.db")));
    }

    @Test
    public void file_whenOfAnyEarlierVersion_isBroughtUpToDateAndKeepsItsRows() throws Exception {
        for (int version = 1; version <= PhoneSchema.VERSION; version++) {
            String name = "from" + version + ".db";
            try (SQLiteDatabase old = ofRoom(version, name)) {
                old.execSQL("INSERT INTO draft (id, saved_at, content) VALUES ('d', 1, 'text')");
            }
            PhoneDatabase room = PhoneDatabase.open(app, name);
            RoomStatements database = new RoomStatements(room);
            assertThat(database.query("SELECT content FROM draft", row -> row.text(0)))
                    .containsExactly("text");
            room.close();
            try (SQLiteDatabase now = SQLiteDatabase.openDatabase(
                    app.getDatabasePath(name).getPath(), null, SQLiteDatabase.OPEN_READONLY)) {
                assertThat(now.getVersion()).isEqualTo(PhoneSchema.VERSION);
                assertThat(tables(now)).isEqualTo(tables(fresh()));
            }
        }
    }

    @Test
    public void steps_whenAndroid8TakesThem_areInWordsItUnderstands() {
        for (int step = 0; step < PhoneSchema.VERSION; step++) {
            PhoneSchema.step(step).forEach(SpokenSql::check);
        }
        assertThatThrownBy(() -> SpokenSql.check("INSERT INTO note VALUES (?, ?) ON CONFLICT (key) DO NOTHING"))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    public void schema_whenTheCoreTakesAStep_isExportedToo() {
        for (int version = 1; version <= PhoneSchema.VERSION; version++) {
            assertThat(new File(SCHEMAS, version + ".json")).exists();
        }
    }

    @Test
    public void commit_whenDone_isFlushedToTheDisk() {
        PhoneDatabase room = PhoneDatabase.open(app, "flushed.db");
        // Inside a transaction it is the connection that writes which answers.
        room.runInTransaction(() -> {
            assertThat(asked(room, "PRAGMA synchronous")).as("FULL").isEqualTo("2");
            assertThat(asked(room, "PRAGMA journal_mode")).isEqualToIgnoringCase("wal");
        });
        room.close();
    }

    private static String asked(PhoneDatabase room, String pragma) {
        try (Cursor answer = room.getOpenHelper().getWritableDatabase().query(pragma)) {
            answer.moveToFirst();
            return answer.getString(0);
        }
    }

    private SQLiteDatabase fresh() {
        PhoneDatabase room = PhoneDatabase.open(app, "fresh.db");
        room.getOpenHelper().getWritableDatabase();
        room.close();
        return SQLiteDatabase.openDatabase(
                app.getDatabasePath("fresh.db").getPath(), null, SQLiteDatabase.OPEN_READONLY);
    }

    /** A file as that version of the app made it. */
    private SQLiteDatabase ofRoom(int version, String name) throws Exception {
        SQLiteDatabase database = empty(name);
        JsonNode schema = Json.tolerant(Files.readString(new File(SCHEMAS, version + ".json").toPath()), JsonNode.class)
                .get("database");
        for (JsonNode entity : schema.get("entities")) {
            String table = entity.get("tableName").asText();
            database.execSQL(entity.get("createSql").asText().replace("${TABLE_NAME}", table));
            for (JsonNode index : entity.path("indices")) {
                database.execSQL(index.get("createSql").asText().replace("${TABLE_NAME}", table));
            }
        }
        for (JsonNode query : schema.get("setupQueries")) {
            database.execSQL(query.asText());
        }
        database.setVersion(version);
        return database;
    }

    private SQLiteDatabase empty(String name) {
        File file = app.getDatabasePath(name);
        file.getParentFile().mkdirs();
        return SQLiteDatabase.openOrCreateDatabase(file, null);
    }

    private SQLiteDatabase ofTheCore(int version, String name) {
        SQLiteDatabase database = empty(name);
        for (int step = 0; step < version; step++) {
            PhoneSchema.step(step).forEach(database::execSQL);
        }
        database.setVersion(version);
        return database;
    }

    /** Columns, and which sets of columns are unique: how an index is called makes no difference. */
    private static TreeSet<String> tables(SQLiteDatabase database) {
        TreeSet<String> lines = new TreeSet<>();
        try (Cursor tables = database.rawQuery(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                        + " AND name NOT IN ('android_metadata', 'room_master_table')",
                null)) {
            while (tables.moveToNext()) {
                String table = tables.getString(0);
                describe(database, table, lines);
            }
        }
        return lines;
    }

    private static void describe(SQLiteDatabase database, String table, TreeSet<String> lines) {
        try (Cursor columns = database.rawQuery("PRAGMA table_info(" + table + ")", null)) {
            while (columns.moveToNext()) {
                boolean rowId = columns.getInt(5) == 1 && columns.getString(2).equals("INTEGER");
                lines.add(table + "." + columns.getString(1) + " " + columns.getString(2)
                        + (columns.getInt(3) == 1 || rowId ? " not null" : "") + " key " + columns.getInt(5));
            }
        }
        try (Cursor indexes = database.rawQuery("PRAGMA index_list(" + table + ")", null)) {
            while (indexes.moveToNext()) {
                StringBuilder line = new StringBuilder(table + (indexes.getInt(2) == 1 ? " unique" : " indexed"));
                try (Cursor parts = database.rawQuery("PRAGMA index_info(" + indexes.getString(1) + ")", null)) {
                    while (parts.moveToNext()) {
                        line.append(' ').append(parts.getString(2));
                    }
                }
                lines.add(line.toString());
            }
        }
    }
}

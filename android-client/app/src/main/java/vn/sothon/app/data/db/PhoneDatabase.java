package vn.sothon.app.data.db;

import android.content.Context;
import androidx.annotation.NonNull;
import androidx.room.Database;
import androidx.room.Room;
import androidx.room.RoomDatabase;
import androidx.room.migration.Migration;
import androidx.sqlite.db.SupportSQLiteDatabase;
import vn.sothon.client.store.PhoneSchema;

/**
 * The file as Room sees it. Its entities restate the core's tables, so that Room makes them, watches them and refuses a
 * file that has others; its version is the number of steps the core's schema has taken.
 */
@Database(
        version = PhoneSchema.VERSION,
        entities = {
            NoteRow.class,
            DraftRow.class,
            RecordRow.class,
            OutboxRow.class,
            AwaitedRow.class,
            UploadRow.class,
            PulledRowTable.class,
            PulledNextRow.class,
            ReceiptRow.class,
            ContradictionRow.class
        })
public abstract class PhoneDatabase extends RoomDatabase {

    /** The database of that name among the app's databases, made or brought up to date. */
    public static PhoneDatabase open(Context context, String name) {
        return Room.databaseBuilder(context, PhoneDatabase.class, name)
                .setJournalMode(JournalMode.WRITE_AHEAD_LOGGING)
                .openHelperFactory(new DamageKept())
                // Saving a field takes milliseconds and must be done before the screen goes.
                .allowMainThreadQueries()
                .addMigrations(migrations())
                .addCallback(new EveryCommitFlushed())
                .build();
    }

    /** One migration per step of the core's schema, made of the core's own statements. */
    static Migration[] migrations() {
        Migration[] migrations = new Migration[PhoneSchema.VERSION - 1];
        for (int from = 1; from < PhoneSchema.VERSION; from++) {
            migrations[from - 1] = new CoreStep(from);
        }
        return migrations;
    }

    private static final class CoreStep extends Migration {
        CoreStep(int from) {
            super(from, from + 1);
        }

        @Override
        public void migrate(@NonNull SupportSQLiteDatabase database) {
            for (String statement : PhoneSchema.step(startVersion)) {
                database.execSQL(statement);
            }
        }
    }

    /** Android would flush a write-ahead log now and then; a sealed record must outlive the battery at once. */
    private static final class EveryCommitFlushed extends Callback {
        @Override
        public void onOpen(@NonNull SupportSQLiteDatabase database) {
            database.execSQL("PRAGMA synchronous = FULL");
        }
    }
}

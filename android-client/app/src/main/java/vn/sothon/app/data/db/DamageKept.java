package vn.sothon.app.data.db;

import android.content.Context;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteOpenHelper;
import androidx.sqlite.db.framework.FrameworkSQLiteOpenHelperFactory;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** Puts a damaged file aside where Android would delete it: {@link Salvage} takes out of it what can be read. */
final class DamageKept implements SupportSQLiteOpenHelper.Factory {
    private static final String ASIDE = ".damaged";
    private static final String[] PARTS = {"", "-wal", "-shm"};

    @Override
    public SupportSQLiteOpenHelper create(SupportSQLiteOpenHelper.Configuration asked) {
        File file = asked.context.getDatabasePath(Objects.requireNonNull(asked.name));
        return new FrameworkSQLiteOpenHelperFactory()
                .create(SupportSQLiteOpenHelper.Configuration.builder(asked.context)
                        .name(asked.name)
                        .callback(new Keeping(asked.callback, file))
                        .noBackupDirectory(asked.useNoBackupDirectory)
                        .allowDataLossOnRecovery(asked.allowDataLossOnRecovery)
                        .build());
    }

    /** The file that was put aside, whether or not there is one. */
    static File aside(Context context, String name) {
        return new File(context.getDatabasePath(name).getPath() + ASIDE);
    }

    private static void putAside(File file) {
        for (String part : PARTS) {
            File from = new File(file.getPath() + part);
            if (from.exists()) {
                try {
                    Files.move(
                            from.toPath(),
                            new File(file.getPath() + ASIDE + part).toPath(),
                            StandardCopyOption.REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new IllegalStateException("a damaged file cannot be put aside", e);
                }
            }
        }
    }

    /** Room's own callback in everything but this. */
    private static final class Keeping extends SupportSQLiteOpenHelper.Callback {
        private final SupportSQLiteOpenHelper.Callback room;
        private final File file;

        Keeping(SupportSQLiteOpenHelper.Callback room, File file) {
            super(room.version);
            this.room = room;
            this.file = file;
        }

        @Override
        public void onCorruption(SupportSQLiteDatabase database) {
            try {
                if (database.isOpen()) {
                    database.close();
                }
            } catch (IOException e) {
                throw new IllegalStateException("a damaged file cannot be closed", e);
            }
            putAside(file);
        }

        @Override
        public void onConfigure(SupportSQLiteDatabase database) {
            room.onConfigure(database);
        }

        @Override
        public void onCreate(SupportSQLiteDatabase database) {
            room.onCreate(database);
        }

        @Override
        public void onUpgrade(SupportSQLiteDatabase database, int from, int to) {
            room.onUpgrade(database, from, to);
        }

        @Override
        public void onDowngrade(SupportSQLiteDatabase database, int from, int to) {
            room.onDowngrade(database, from, to);
        }

        @Override
        public void onOpen(SupportSQLiteDatabase database) {
            room.onOpen(database);
        }
    }
}

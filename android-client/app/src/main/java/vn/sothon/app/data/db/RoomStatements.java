package vn.sothon.app.data.db;

import android.database.Cursor;
import androidx.sqlite.db.SupportSQLiteDatabase;
import androidx.sqlite.db.SupportSQLiteStatement;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Database;
import vn.sothon.client.store.Row;

/** The core's statements, run through the file that Room holds open. */
public final class RoomStatements implements Database {
    private final PhoneDatabase room;

    public RoomStatements(PhoneDatabase room) {
        this.room = room;
    }

    @Override
    public int update(String sql, @Nullable Object... arguments) {
        try (SupportSQLiteStatement statement = file().compileStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                bind(statement, i + 1, arguments[i]);
            }
            return statement.executeUpdateDelete();
        } catch (IOException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public <T> List<T> query(String sql, Row.Reader<T> reader, @Nullable Object... arguments) {
        try (Cursor cursor = file().query(sql, arguments)) {
            List<T> rows = new ArrayList<>(cursor.getCount());
            Row row = new CursorRow(cursor);
            while (cursor.moveToNext()) {
                rows.add(reader.read(row));
            }
            return rows;
        }
    }

    @Override
    public void atomically(Runnable work) {
        // SQLite's own nesting would let a failure inside undo the whole in silence.
        if (room.inTransaction()) {
            work.run();
        } else {
            room.runInTransaction(work);
        }
    }

    @Override
    public void close() {
        room.close();
    }

    private SupportSQLiteDatabase file() {
        return room.getOpenHelper().getWritableDatabase();
    }

    private static void bind(SupportSQLiteStatement statement, int index, @Nullable Object argument) {
        if (argument == null) {
            statement.bindNull(index);
        } else if (argument instanceof Number number) {
            statement.bindLong(index, number.longValue());
        } else {
            statement.bindString(index, argument.toString());
        }
    }

    private record CursorRow(Cursor cursor) implements Row {
        @Override
        public String text(int column) {
            String text = cursor.getString(column);
            if (text == null) {
                throw new IllegalStateException("no text in column " + column);
            }
            return text;
        }

        @Override
        public @Nullable String textOrNull(int column) {
            return cursor.getString(column);
        }

        @Override
        public long number(int column) {
            return cursor.getLong(column);
        }
    }
}

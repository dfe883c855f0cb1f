package vn.sothon.app.data.db;

import java.util.List;
import java.util.regex.Pattern;
import vn.sothon.client.store.Database;
import vn.sothon.client.store.Row;

/** Lets no statement through that SQLite 3.18 of Android 8 would not understand; the SQLite of the tests is newer. */
final class SpokenSql implements Database {
    private static final Pattern TOO_NEW = Pattern.compile(
            "ON CONFLICT|RETURNING|\\bOVER\\s*\\(|\\bFILTER\\s*\\(|NULLS (FIRST|LAST)|->|\\bIIF\\s*\\(|RENAME COLUMN"
                    + "|DROP COLUMN|GENERATED ALWAYS|\\bSTRICT\\b|\\bMATERIALIZED\\b|IS (NOT )?DISTINCT|\\bJSON_"
                    + "|\\b(TRUE|FALSE)\\b|VACUUM INTO",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern UPDATE_FROM = Pattern.compile("UPDATE \\w+ SET .* FROM", Pattern.CASE_INSENSITIVE);

    private final Database database;

    SpokenSql(Database database) {
        this.database = database;
    }

    static void check(String sql) {
        // A subquery's own FROM is old; what is new is UPDATE … FROM itself.
        String flat = sql;
        for (String before = ""; !before.equals(flat); ) {
            before = flat;
            flat = flat.replaceAll("\\([^()]*\\)", "");
        }
        if (TOO_NEW.matcher(sql).find() || UPDATE_FROM.matcher(flat).find()) {
            throw new AssertionError("SQLite 3.18 does not understand: " + sql);
        }
    }

    @Override
    public int update(String sql, Object... arguments) {
        check(sql);
        return database.update(sql, arguments);
    }

    @Override
    public <T> List<T> query(String sql, Row.Reader<T> reader, Object... arguments) {
        check(sql);
        return database.query(sql, reader, arguments);
    }

    @Override
    public void atomically(Runnable work) {
        database.atomically(work);
    }

    @Override
    public void close() {
        database.close();
    }
}

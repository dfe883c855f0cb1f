package vn.sothon.client.store;

import java.util.List;

/** The tables of a phone, step by step; {@code user_version} says how many steps a file has taken. */
public final class PhoneSchema {
    /** How many steps there are; Room on the phone counts its versions by them. */
    public static final int VERSION = 1;

    private static final List<List<String>> STEPS = List.of(List.of(
            "CREATE TABLE note (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)",
            "CREATE TABLE draft (id TEXT PRIMARY KEY NOT NULL, saved_at INTEGER NOT NULL, content TEXT NOT NULL)",
            // The bytes of head and body are what was signed; no statement changes them.
            "CREATE TABLE record (number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,"
                    + " visit_id TEXT, corrects TEXT, head TEXT NOT NULL, body TEXT NOT NULL, signature TEXT NOT NULL,"
                    + " hash TEXT NOT NULL, sealed_at INTEGER NOT NULL, state TEXT NOT NULL, sends INTEGER NOT NULL,"
                    + " answer TEXT)",
            "CREATE INDEX record_by_visit ON record (visit_id)",
            "CREATE TABLE outbox (position INTEGER PRIMARY KEY AUTOINCREMENT, record_id TEXT NOT NULL UNIQUE,"
                    + " failures INTEGER NOT NULL, stuck INTEGER NOT NULL, not_before INTEGER NOT NULL)",
            "CREATE TABLE awaited (record_id TEXT NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (record_id, sha256))",
            "CREATE INDEX awaited_by_hash ON awaited (sha256)",
            "CREATE TABLE upload (sha256 TEXT PRIMARY KEY NOT NULL, path TEXT, failures INTEGER NOT NULL,"
                    + " not_before INTEGER NOT NULL)",
            "CREATE TABLE pulled (type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL,"
                    + " PRIMARY KEY (type, id))",
            "CREATE TABLE pulled_next (type TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,"
                    + " data TEXT NOT NULL, PRIMARY KEY (type, id))",
            "CREATE TABLE receipt (log TEXT PRIMARY KEY NOT NULL, n INTEGER NOT NULL, head TEXT NOT NULL)",
            "CREATE TABLE contradiction (log TEXT NOT NULL, n INTEGER NOT NULL, head TEXT NOT NULL,"
                    + " other_head TEXT NOT NULL, seen_at INTEGER NOT NULL, PRIMARY KEY (log, n, head, other_head))"));

    private PhoneSchema() {}

    /**
     * The statements that lead from one version to the next.
     *
     * @param from the version before, from 0
     */
    public static List<String> step(int from) {
        return STEPS.get(from);
    }

    /** Brings the file to this build's tables. */
    public static void upgrade(Database database) {
        long taken = database.query("PRAGMA user_version", row -> row.number(0)).get(0);
        for (int step = (int) taken; step < VERSION; step++) {
            List<String> statements = STEPS.get(step);
            int reached = step + 1;
            database.atomically(() -> {
                for (String statement : statements) {
                    database.update(statement);
                }
                database.update("PRAGMA user_version = " + reached);
            });
        }
    }
}

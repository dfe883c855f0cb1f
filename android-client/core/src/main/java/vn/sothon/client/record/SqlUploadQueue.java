package vn.sothon.client.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Database;

/** Awaited files in the phone's database, with the place where each upload goes on. */
public final class SqlUploadQueue implements UploadQueue {
    private final Database database;

    public SqlUploadQueue(Database database) {
        this.database = database;
    }

    @Override
    public List<Upload> due(Instant now) {
        return database.query(
                "SELECT a.sha256, u.path, coalesce(u.failures, 0) FROM (SELECT sha256, min(rowid) AS first FROM awaited"
                        + " GROUP BY sha256) a LEFT JOIN upload u ON u.sha256 = a.sha256"
                        + " WHERE coalesce(u.not_before, 0) NOT BETWEEN ? AND ? ORDER BY coalesce(u.failures, 0), a.first",
                row -> new Upload(row.text(0), row.textOrNull(1), (int) row.number(2)),
                now.toEpochMilli() + 1,
                now.plus(Waits.LONGEST).toEpochMilli());
    }

    @Override
    public void began(String sha256, @Nullable String path) {
        database.atomically(() -> {
            begun(sha256);
            database.update("UPDATE upload SET path = ? WHERE sha256 = ?", path, sha256);
        });
    }

    @Override
    public void failed(String sha256, Instant notBefore) {
        database.atomically(() -> {
            begun(sha256);
            database.update(
                    "UPDATE upload SET failures = failures + 1, not_before = ? WHERE sha256 = ?",
                    notBefore.toEpochMilli(),
                    sha256);
        });
    }

    @Override
    public void done(String sha256, Instant notAgainBefore) {
        database.atomically(() -> {
            database.update("DELETE FROM awaited WHERE sha256 = ?", sha256);
            database.update(
                    "INSERT OR REPLACE INTO upload (sha256, failures, not_before) VALUES (?, 0, ?)",
                    sha256,
                    notAgainBefore.toEpochMilli());
        });
    }

    @Override
    public int size() {
        return (int) (long) database.query("SELECT count(DISTINCT sha256) FROM awaited", row -> row.number(0))
                .get(0);
    }

    private void begun(String sha256) {
        database.update("INSERT OR IGNORE INTO upload (sha256, failures, not_before) VALUES (?, 0, 0)", sha256);
    }
}

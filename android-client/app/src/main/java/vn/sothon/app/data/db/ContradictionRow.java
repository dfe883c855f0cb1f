package vn.sothon.app.data.db;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;

/** Two heads of one entry. */
@Entity(
        tableName = "contradiction",
        primaryKeys = {"log", "n", "head", "other_head"})
public final class ContradictionRow {
    @NonNull
    public String log = "";

    public long n;

    @NonNull
    public String head = "";

    @ColumnInfo(name = "other_head")
    @NonNull
    public String otherHead = "";

    @ColumnInfo(name = "seen_at")
    public long seenAt;
}

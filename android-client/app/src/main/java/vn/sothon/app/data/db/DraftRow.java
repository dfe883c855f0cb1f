package vn.sothon.app.data.db;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.PrimaryKey;

/** A record being written. */
@Entity(tableName = "draft")
public final class DraftRow {
    @PrimaryKey
    @NonNull
    public String id = "";

    @ColumnInfo(name = "saved_at")
    public long savedAt;

    @NonNull
    public String content = "";
}

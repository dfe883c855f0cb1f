package vn.sothon.app.data.db;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;

/** A file the server waits for. */
@Entity(
        tableName = "awaited",
        primaryKeys = {"record_id", "sha256"},
        indices = @Index(name = "awaited_by_hash", value = "sha256"))
public final class AwaitedRow {
    @ColumnInfo(name = "record_id")
    @NonNull
    public String recordId = "";

    @NonNull
    public String sha256 = "";
}

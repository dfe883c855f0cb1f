package vn.sothon.app.data.db;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;

/** A record the server has not answered for. */
@Entity(tableName = "outbox", indices = @Index(name = "outbox_by_record", value = "record_id", unique = true))
public final class OutboxRow {
    @PrimaryKey(autoGenerate = true)
    public long position;

    @ColumnInfo(name = "record_id")
    @NonNull
    public String recordId = "";

    public long failures;

    public long stuck;

    @ColumnInfo(name = "not_before")
    public long notBefore;
}

package vn.sothon.app.data.db;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.Index;
import androidx.room.PrimaryKey;
import org.jspecify.annotations.Nullable;

/** A sealed record. */
@Entity(
        tableName = "record",
        indices = {
            @Index(name = "record_by_visit", value = "visit_id"),
            @Index(name = "record_by_id", value = "id", unique = true)
        })
public final class RecordRow {
    @PrimaryKey(autoGenerate = true)
    public long number;

    @NonNull
    public String id = "";

    @NonNull
    public String kind = "";

    @ColumnInfo(name = "visit_id")
    public @Nullable String visitId;

    public @Nullable String corrects;

    @NonNull
    public String head = "";

    @NonNull
    public String body = "";

    @NonNull
    public String signature = "";

    @NonNull
    public String hash = "";

    @ColumnInfo(name = "sealed_at")
    public long sealedAt;

    @NonNull
    public String state = "";

    public long sends;

    public @Nullable String answer;
}

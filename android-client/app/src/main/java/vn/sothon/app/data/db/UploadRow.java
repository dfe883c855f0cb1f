package vn.sothon.app.data.db;

import androidx.annotation.NonNull;
import androidx.room.ColumnInfo;
import androidx.room.Entity;
import androidx.room.PrimaryKey;
import org.jspecify.annotations.Nullable;

/** Where the upload of a file goes on. */
@Entity(tableName = "upload")
public final class UploadRow {
    @PrimaryKey
    @NonNull
    public String sha256 = "";

    public @Nullable String path;

    public long failures;

    @ColumnInfo(name = "not_before")
    public long notBefore;
}

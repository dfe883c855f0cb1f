package vn.sothon.app.data.db;

import androidx.annotation.NonNull;
import androidx.room.Entity;
import androidx.room.PrimaryKey;

/** The newest receipt of a log. */
@Entity(tableName = "receipt")
public final class ReceiptRow {
    @PrimaryKey
    @NonNull
    public String log = "";

    public long n;

    @NonNull
    public String head = "";
}

package vn.sothon.app.data.db;

import androidx.annotation.NonNull;
import androidx.room.Entity;

/** A row of the feed. */
@Entity(
        tableName = "pulled",
        primaryKeys = {"type", "id"})
public final class PulledRowTable {
    @NonNull
    public String type = "";

    @NonNull
    public String id = "";

    public long version;

    @NonNull
    public String data = "";
}

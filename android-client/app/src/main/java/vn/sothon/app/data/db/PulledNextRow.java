package vn.sothon.app.data.db;

import androidx.annotation.NonNull;
import androidx.room.Entity;

/** A row of a rebuild that is not whole yet. */
@Entity(
        tableName = "pulled_next",
        primaryKeys = {"type", "id"})
public final class PulledNextRow {
    @NonNull
    public String type = "";

    @NonNull
    public String id = "";

    public long version;

    @NonNull
    public String data = "";
}

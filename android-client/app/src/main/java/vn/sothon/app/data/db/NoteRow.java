package vn.sothon.app.data.db;

import androidx.annotation.NonNull;
import androidx.room.Entity;
import androidx.room.PrimaryKey;

/** Single facts: the session, cursors, settings. */
@Entity(tableName = "note")
public final class NoteRow {
    @PrimaryKey
    @NonNull
    public String key = "";

    @NonNull
    public String value = "";
}

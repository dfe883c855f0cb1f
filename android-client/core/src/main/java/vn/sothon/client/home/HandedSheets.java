package vn.sothon.client.home;

import java.util.UUID;
import vn.sothon.client.store.Notes;

/** Which sheets this person has handed to the bank: a mark of the phone's own, for the paper goes by hand. */
public final class HandedSheets {
    private static final String KEY = "sheet.handed.";

    private final Notes notes;

    public HandedSheets(Notes notes) {
        this.notes = notes;
    }

    public boolean isHanded(UUID recordId) {
        return notes.find(KEY + recordId).isPresent();
    }

    public void handed(UUID recordId) {
        notes.put(KEY + recordId, "1");
    }

    /** Tapped by mistake. */
    public void takenBack(UUID recordId) {
        notes.remove(KEY + recordId);
    }
}

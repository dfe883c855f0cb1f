package vn.sothon.app.data.push;

import android.content.Intent;
import java.util.UUID;

/** Where a notification leads; whoever taps it passes the lock first. */
public interface Doors {
    /** The alert, in that profile. */
    Intent alert(String profile, UUID alert);

    /** The record, in that profile. */
    Intent record(String profile, UUID record);
}

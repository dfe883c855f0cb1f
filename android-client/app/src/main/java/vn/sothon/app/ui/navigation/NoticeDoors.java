package vn.sothon.app.ui.navigation;

import android.content.Context;
import android.content.Intent;
import java.util.UUID;
import vn.sothon.app.data.push.Doors;

/** Leads from a notification to the screen it speaks of. */
public final class NoticeDoors implements Doors {
    private final Context context;

    public NoticeDoors(Context context) {
        this.context = context;
    }

    @Override
    public Intent alert(String profile, UUID alert) {
        return to(Destination.ALERTS, profile).putExtra(Destination.ALERT, alert.toString());
    }

    @Override
    public Intent record(String profile, UUID record) {
        return to(Destination.RECORDS, profile).putExtra(Destination.RECORD, record.toString());
    }

    private Intent to(Destination destination, String profile) {
        return destination.intent(context).putExtra(Destination.PROFILE, profile);
    }
}

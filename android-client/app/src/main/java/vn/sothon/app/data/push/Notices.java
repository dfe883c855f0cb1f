package vn.sothon.app.data.push;

import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import java.util.Objects;
import java.util.UUID;
import vn.sothon.app.R;
import vn.sothon.client.alert.AlertInbox;
import vn.sothon.client.alert.AlertItem;

/** One notification per matter that asks for attention, with words that tell a stranger nothing; it leads to that matter. */
public final class Notices {
    static final String CHANNEL = "alerts";

    private final Context context;
    private final NotificationManager notifications;
    private final Doors doors;

    public Notices(Context context, Doors doors) {
        this.context = context;
        this.notifications = Objects.requireNonNull(context.getSystemService(NotificationManager.class));
        this.doors = doors;
    }

    /** Shows what has not been shown; where notifications are not allowed, the screens alone tell. */
    public void show(String profile, AlertInbox inbox, RefusedRecords refused) {
        if (!notifications.areNotificationsEnabled()) {
            return;
        }
        notifications.createNotificationChannel(new NotificationChannel(
                CHANNEL, context.getString(R.string.notice_channel), NotificationManager.IMPORTANCE_HIGH));
        for (AlertItem alert : inbox.calling()) {
            notify(alert.id(), R.string.notice_alert, doors.alert(profile, alert.id()));
            inbox.called(alert);
        }
        for (UUID record : refused.calling()) {
            notify(record, R.string.notice_refused, doors.record(profile, record));
            refused.called(record);
        }
    }

    /** The tag is the matter: told of it twice, the phone shows it once. */
    private void notify(UUID matter, int words, Intent leadsTo) {
        notifications.notify(
                matter.toString(),
                0,
                new Notification.Builder(context, CHANNEL)
                        .setSmallIcon(R.drawable.ic_notice)
                        .setContentTitle(context.getString(R.string.app_name))
                        .setContentText(context.getString(words))
                        .setAutoCancel(true)
                        .setContentIntent(PendingIntent.getActivity(
                                context,
                                // Two intents that differ in their extras alone are one to the system.
                                matter.hashCode(),
                                leadsTo.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK | Intent.FLAG_ACTIVITY_CLEAR_TOP),
                                PendingIntent.FLAG_IMMUTABLE | PendingIntent.FLAG_UPDATE_CURRENT))
                        .build());
    }
}

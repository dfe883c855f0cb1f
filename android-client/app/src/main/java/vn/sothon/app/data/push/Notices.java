package vn.sothon.app.data.push;

import android.app.Notification;
import android.app.NotificationChannel;
import android.app.NotificationManager;
import android.app.PendingIntent;
import android.content.Context;
import android.content.Intent;
import java.util.Objects;
import vn.sothon.app.R;
import vn.sothon.client.alert.AlertInbox;
import vn.sothon.client.alert.AlertItem;

/** One notification per alert that asks for attention, with words that tell a stranger nothing. */
public final class AlertNotices {
    static final String CHANNEL = "alerts";

    private final Context context;
    private final NotificationManager notifications;

    public AlertNotices(Context context) {
        this.context = context;
        this.notifications = Objects.requireNonNull(context.getSystemService(NotificationManager.class));
    }

    /** Shows what has not been shown; where notifications are not allowed, the inbox alone tells. */
    public void show(AlertInbox inbox) {
        if (!notifications.areNotificationsEnabled()) {
            return;
        }
        notifications.createNotificationChannel(new NotificationChannel(
                CHANNEL, context.getString(R.string.notice_channel), NotificationManager.IMPORTANCE_HIGH));
        for (AlertItem alert : inbox.calling()) {
            // The tag is the alert: told of it twice, the phone shows it once.
            notifications.notify(alert.id().toString(), 0, notice());
            inbox.called(alert);
        }
    }

    private Notification notice() {
        Notification.Builder notice = new Notification.Builder(context, CHANNEL)
                .setSmallIcon(R.drawable.ic_notice)
                .setContentTitle(context.getString(R.string.app_name))
                .setContentText(context.getString(R.string.notice_alert))
                .setAutoCancel(true);
        Intent open = context.getPackageManager().getLaunchIntentForPackage(context.getPackageName());
        if (open != null) {
            notice.setContentIntent(PendingIntent.getActivity(
                    context, 0, open, PendingIntent.FLAG_IMMUTABLE | PendingIntent.FLAG_UPDATE_CURRENT));
        }
        return notice.build();
    }
}

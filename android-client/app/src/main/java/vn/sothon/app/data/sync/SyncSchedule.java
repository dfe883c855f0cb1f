package vn.sothon.app.data.sync;

import android.content.Context;
import androidx.work.BackoffPolicy;
import androidx.work.Constraints;
import androidx.work.ExistingPeriodicWorkPolicy;
import androidx.work.ExistingWorkPolicy;
import androidx.work.NetworkType;
import androidx.work.OneTimeWorkRequest;
import androidx.work.PeriodicWorkRequest;
import androidx.work.WorkManager;
import java.util.concurrent.TimeUnit;

/** Asks the system for good moments. What waits survives the process and a restart of the phone. */
public final class SyncSchedule {
    static final String SOON = "sync-soon";
    static final String PHOTOS = "sync-photos";
    static final String REGULARLY = "sync-regularly";

    private static final long FIRST_WAIT_SECONDS = 30;
    private static final long HOURS = 3;

    private final Context context;

    public SyncSchedule(Context context) {
        this.context = context;
    }

    /** As soon as there is a line, whatever wait an earlier failure has brought: something was sealed, or somebody asked. */
    public void soon() {
        WorkManager.getInstance(context)
                .enqueueUniqueWork(SOON, ExistingWorkPolicy.REPLACE, once(NetworkType.CONNECTED));
    }

    /** As soon as there is a line that costs nothing: photos wait for it. */
    public void photos() {
        WorkManager.getInstance(context)
                .enqueueUniqueWork(PHOTOS, ExistingWorkPolicy.KEEP, once(NetworkType.UNMETERED));
    }

    /** Every few hours, for phones that no message reaches. */
    public void regularly() {
        WorkManager.getInstance(context)
                .enqueueUniquePeriodicWork(
                        REGULARLY,
                        ExistingPeriodicWorkPolicy.KEEP,
                        new PeriodicWorkRequest.Builder(SyncWorker.class, HOURS, TimeUnit.HOURS)
                                .setConstraints(on(NetworkType.CONNECTED))
                                .setBackoffCriteria(BackoffPolicy.EXPONENTIAL, FIRST_WAIT_SECONDS, TimeUnit.SECONDS)
                                .build());
    }

    private static OneTimeWorkRequest once(NetworkType line) {
        return new OneTimeWorkRequest.Builder(SyncWorker.class)
                .setConstraints(on(line))
                .setBackoffCriteria(BackoffPolicy.EXPONENTIAL, FIRST_WAIT_SECONDS, TimeUnit.SECONDS)
                .build();
    }

    private static Constraints on(NetworkType line) {
        return new Constraints.Builder().setRequiredNetworkType(line).build();
    }
}

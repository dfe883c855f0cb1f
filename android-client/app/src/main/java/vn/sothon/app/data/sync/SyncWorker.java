package vn.sothon.app.data.sync;

import android.content.Context;
import androidx.annotation.NonNull;
import androidx.work.Worker;
import androidx.work.WorkerParameters;

/** Syncs every profile of the phone when the system says that it is a good moment; may be cut anywhere and run again. */
public final class SyncWorker extends Worker {
    public SyncWorker(@NonNull Context context, @NonNull WorkerParameters parameters) {
        super(context, parameters);
    }

    @Override
    public @NonNull Result doWork() {
        return ((Syncing) getApplicationContext()).syncAll() ? Result.success() : Result.retry();
    }
}

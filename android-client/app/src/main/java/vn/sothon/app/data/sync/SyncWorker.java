package vn.sothon.app.data.sync;

import android.content.Context;
import androidx.annotation.NonNull;
import androidx.work.Worker;
import androidx.work.WorkerParameters;
import vn.sothon.app.SothonApp;
import vn.sothon.app.wiring.AppServices;

/** Syncs every profile of the phone when the system says that it is a good moment; may be cut anywhere and run again. */
public final class SyncWorker extends Worker {
    public SyncWorker(@NonNull Context context, @NonNull WorkerParameters parameters) {
        super(context, parameters);
    }

    @Override
    public @NonNull Result doWork() {
        AppServices services = SothonApp.services(getApplicationContext());
        return services.syncAll() ? Result.success() : Result.retry();
    }
}

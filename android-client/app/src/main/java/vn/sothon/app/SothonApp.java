package vn.sothon.app;

import android.app.Application;
import android.content.Context;
import android.content.pm.ApplicationInfo;
import android.content.pm.PackageManager;
import android.net.ConnectivityManager;
import androidx.annotation.NonNull;
import androidx.work.Configuration;
import java.security.SecureRandom;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.data.media.SharedPapers;
import vn.sothon.app.data.push.Hinted;
import vn.sothon.app.data.sync.Syncing;
import vn.sothon.app.platform.AndroidBiometrics;
import vn.sothon.app.platform.AndroidClock;
import vn.sothon.app.platform.AndroidKeyVault;
import vn.sothon.app.platform.AndroidNetwork;
import vn.sothon.app.platform.AndroidWhereabouts;
import vn.sothon.app.platform.Machine;
import vn.sothon.app.platform.ScreensKeptPrivate;
import vn.sothon.app.ui.navigation.NoticeDoors;
import vn.sothon.app.wiring.AppServices;

/** The process. */
public class SothonApp extends Application implements Configuration.Provider, Syncing, Hinted {
    private @Nullable AppServices services;

    @Override
    public void onCreate() {
        super.onCreate();
        registerActivityLifecycleCallbacks(
                new ScreensKeptPrivate(services().machine().forDevelopers()));
        new SharedPapers(getCacheDir()).forget();
        begin();
    }

    /** Goes on with what an earlier process had planned. */
    protected void begin() {
        AppServices known = services();
        known.background().execute(known::begin);
    }

    public static AppServices services(Context context) {
        return ((SothonApp) context.getApplicationContext()).services();
    }

    public synchronized AppServices services() {
        AppServices known = services;
        if (known == null) {
            known = new AppServices(this, machine(), new NoticeDoors(this));
            services = known;
        }
        return known;
    }

    /** Begins anew on the same files, as a new process would. */
    protected synchronized AppServices forgetServices() {
        services = null;
        return services();
    }

    /** The phone under the app; a test puts another one in its place. */
    protected Machine machine() {
        boolean debuggable = (getApplicationInfo().flags & ApplicationInfo.FLAG_DEBUGGABLE) != 0;
        return new Machine(
                getNoBackupFilesDir(),
                new AndroidClock(getContentResolver()),
                new AndroidKeyVault(),
                new AndroidNetwork(Objects.requireNonNull(getSystemService(ConnectivityManager.class))),
                new AndroidWhereabouts(this),
                new AndroidBiometrics(this),
                new SecureRandom(),
                appVersion(),
                debuggable);
    }

    private String appVersion() {
        try {
            String name = getPackageManager().getPackageInfo(getPackageName(), 0).versionName;
            return name == null ? "" : name;
        } catch (PackageManager.NameNotFoundException e) {
            throw new IllegalStateException("this app is installed", e);
        }
    }

    @Override
    public boolean syncAll() {
        return services().syncAll();
    }

    @Override
    public void lookSoon() {
        services().schedule().soon();
    }

    @Override
    public void pushToken(String token) {
        services().pushToken(token);
    }

    @Override
    public @NonNull Configuration getWorkManagerConfiguration() {
        return new Configuration.Builder().build();
    }
}

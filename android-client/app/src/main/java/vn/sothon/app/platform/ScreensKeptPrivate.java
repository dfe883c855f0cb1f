package vn.sothon.app.platform;

import android.app.Activity;
import android.app.Application;
import android.os.Bundle;
import android.view.WindowManager;
import androidx.annotation.NonNull;
import org.jspecify.annotations.Nullable;

/** Keeps every screen out of screenshots, recordings and the list of recent apps: nearly all of them show borrowers. */
public final class ScreensKeptPrivate implements Application.ActivityLifecycleCallbacks {
    private final boolean shown;

    /**
     * The switch.
     *
     * @param shown lets a developer take pictures
     */
    public ScreensKeptPrivate(boolean shown) {
        this.shown = shown;
    }

    @Override
    public void onActivityCreated(@NonNull Activity activity, @Nullable Bundle saved) {
        if (!shown) {
            activity.getWindow().addFlags(WindowManager.LayoutParams.FLAG_SECURE);
        }
    }

    @Override
    public void onActivityStarted(@NonNull Activity activity) {}

    @Override
    public void onActivityResumed(@NonNull Activity activity) {}

    @Override
    public void onActivityPaused(@NonNull Activity activity) {}

    @Override
    public void onActivityStopped(@NonNull Activity activity) {}

    @Override
    public void onActivitySaveInstanceState(@NonNull Activity activity, @NonNull Bundle state) {}

    @Override
    public void onActivityDestroyed(@NonNull Activity activity) {}
}

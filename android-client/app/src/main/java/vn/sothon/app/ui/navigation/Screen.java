package vn.sothon.app.ui.navigation;

import android.content.Context;
import android.content.res.Configuration;
import androidx.appcompat.app.AppCompatActivity;
import androidx.core.content.ContextCompat;
import androidx.lifecycle.Lifecycle;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.SothonApp;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.OpenProfile;

/** A screen in the text size its person has chosen; each touch keeps the lock from falling. */
public abstract class Screen extends AppCompatActivity {
    private final Runnable redraw = this::heard;

    @Override
    protected void attachBaseContext(Context base) {
        OpenProfile profile = profile(SothonApp.services(base));
        float chosen = profile == null ? 1f : profile.settings().textScale();
        Configuration size = new Configuration();
        size.fontScale = base.getResources().getConfiguration().fontScale * chosen;
        super.attachBaseContext(base.createConfigurationContext(size));
    }

    @Override
    protected void onResume() {
        super.onResume();
        SothonApp.services(this).news().hear(redraw);
    }

    @Override
    protected void onPause() {
        SothonApp.services(this).news().forget(redraw);
        super.onPause();
    }

    private void heard() {
        ContextCompat.getMainExecutor(this).execute(() -> {
            if (getLifecycle().getCurrentState().isAtLeast(Lifecycle.State.RESUMED)) {
                syncEnded();
            }
        });
    }

    /** A sync has ended while this screen was in front: what it shows may be old. */
    protected void syncEnded() {}

    @Override
    public void onUserInteraction() {
        super.onUserInteraction();
        OpenProfile profile = profile(SothonApp.services(this));
        if (profile != null) {
            profile.lock().touch();
        }
    }

    private static @Nullable OpenProfile profile(AppServices services) {
        try {
            return services.current().orElse(null);
        } catch (IOException e) {
            services.log().note(e);
            return null;
        }
    }
}

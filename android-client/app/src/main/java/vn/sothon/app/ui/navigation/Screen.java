package vn.sothon.app.ui.navigation;

import android.content.Context;
import android.content.res.Configuration;
import androidx.appcompat.app.AppCompatActivity;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.SothonApp;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.OpenProfile;

/** A screen in the text size its person has chosen; each touch keeps the lock from falling. */
public abstract class Screen extends AppCompatActivity {
    @Override
    protected void attachBaseContext(Context base) {
        OpenProfile profile = profile(SothonApp.services(base));
        float chosen = profile == null ? 1f : profile.settings().textScale();
        Configuration size = new Configuration();
        size.fontScale = base.getResources().getConfiguration().fontScale * chosen;
        super.attachBaseContext(base.createConfigurationContext(size));
    }

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

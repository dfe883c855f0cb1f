package vn.sothon.app.ui.settings;

import android.content.Intent;
import android.os.Bundle;
import android.text.format.Formatter;
import android.view.ViewGroup;
import android.widget.TextView;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.data.sync.Settings;
import vn.sothon.app.ui.form.Page;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.wiring.OpenProfile;

/** Text size, photos on Wi-Fi alone, what room is left, and the lock. */
public final class SettingsActivity extends Screen {
    private static final float LARGER = 1.25f;
    private static final float LARGEST = 1.5f;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.column);
        this.<TextView>findViewById(R.id.column_title).setText(R.string.settings_title);
        findViewById(R.id.column_back).setOnClickListener(v -> finish());
    }

    @Override
    protected void onResume() {
        super.onResume();
        OpenProfile profile = Doorway.enter(this);
        if (profile != null) {
            render(profile);
        }
    }

    private void render(OpenProfile profile) {
        Settings settings = profile.settings();
        Page page = new Page((ViewGroup) findViewById(R.id.column_page));
        page.question(getText(R.string.settings_text));
        Map<Float, Integer> sizes = new LinkedHashMap<>();
        sizes.put(1f, R.string.settings_text_normal);
        sizes.put(LARGER, R.string.settings_text_large);
        sizes.put(LARGEST, R.string.settings_text_largest);
        for (Map.Entry<Float, Integer> size : sizes.entrySet()) {
            page.choice(getText(size.getValue()), settings.textScale() == size.getKey(), () -> {
                settings.textScale(size.getKey());
                recreate();
            });
        }
        page.question(getText(R.string.settings_photos));
        for (boolean wifiOnly : new boolean[] {false, true}) {
            page.choice(
                    getText(wifiOnly ? R.string.settings_photos_wifi : R.string.settings_photos_any),
                    settings.photosOnWifiOnly() == wifiOnly,
                    () -> {
                        settings.photosOnWifiOnly(wifiOnly);
                        render(profile);
                    });
        }
        finger(page, profile);
        page.question(getText(R.string.settings_storage));
        page.text(getString(
                R.string.settings_room_left,
                Formatter.formatShortFileSize(this, getFilesDir().getUsableSpace())));
        page.choice(getText(R.string.settings_log), false, this::shareLog);
        page.choice(getText(R.string.home_call), false, () -> startActivity(Destination.CALL.intent(this)));
        if (profile.phone().offices().roles().size() > 1) {
            page.choice(getText(R.string.role_title), false, () -> startActivity(Destination.ROLE.intent(this)));
        }
        page.choice(getText(R.string.settings_people), false, () -> {
            profile.lock().lock();
            Doorway.leaveFor(this, Destination.WHO);
        });
        page.choice(getText(R.string.settings_lock), false, () -> {
            profile.lock().lock();
            Doorway.leaveFor(this, Destination.UNLOCK);
        });
    }

    /** Off until chosen: whose finger the phone knows is not for this app to say. */
    private void finger(Page page, OpenProfile profile) {
        if (!SothonApp.services(this).machine().biometrics().isThere()) {
            return;
        }
        Settings settings = profile.settings();
        page.question(getText(R.string.settings_finger));
        for (boolean allowed : new boolean[] {true, false}) {
            page.choice(
                    getText(allowed ? R.string.settings_finger_on : R.string.settings_finger_off),
                    settings.biometric() == allowed,
                    () -> {
                        settings.biometric(allowed);
                        render(profile);
                    });
        }
    }

    /** Codes and counts that name nobody. */
    private void shareLog() {
        try {
            startActivity(Intent.createChooser(
                    new Intent(Intent.ACTION_SEND)
                            .setType("text/plain")
                            .putExtra(
                                    Intent.EXTRA_TEXT,
                                    SothonApp.services(this).log().text()),
                    getText(R.string.settings_log)));
        } catch (IOException e) {
            SothonApp.services(this).log().note(e);
        }
    }
}

package vn.sothon.app.platform;

import android.content.ContentResolver;
import android.os.SystemClock;
import android.provider.Settings;
import java.time.Instant;
import vn.sothon.client.session.PhoneClock;

/** The phone's clocks. */
public final class AndroidClock implements PhoneClock {
    private final ContentResolver settings;

    public AndroidClock(ContentResolver settings) {
        this.settings = settings;
    }

    @Override
    public Instant wall() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    @Override
    public long elapsedMs() {
        return SystemClock.elapsedRealtime();
    }

    @Override
    public long bootCount() {
        return Settings.Global.getInt(settings, Settings.Global.BOOT_COUNT, 0);
    }
}

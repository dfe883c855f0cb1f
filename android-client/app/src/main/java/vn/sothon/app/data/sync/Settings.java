package vn.sothon.app.data.sync;

import java.util.Locale;
import vn.sothon.client.store.Notes;

/** What the person of a profile has chosen. */
public final class Settings {
    private static final String PHOTOS_ON_WIFI = "setting.photosOnWifiOnly";
    private static final String TEXT_SCALE = "setting.textScale";
    private static final String BIOMETRIC = "setting.biometric";

    private final Notes notes;

    public Settings(Notes notes) {
        this.notes = notes;
    }

    /** Photos wait for a line that costs nothing; records never do. */
    public boolean photosOnWifiOnly() {
        return notes.find(PHOTOS_ON_WIFI).map(Boolean::parseBoolean).orElse(false);
    }

    public void photosOnWifiOnly(boolean only) {
        notes.put(PHOTOS_ON_WIFI, Boolean.toString(only));
    }

    /** Times the phone's own text size. */
    public float textScale() {
        return notes.find(TEXT_SCALE).map(Float::parseFloat).orElse(1f);
    }

    public void textScale(float scale) {
        notes.put(TEXT_SCALE, String.format(Locale.ROOT, "%.2f", scale));
    }

    /** A finger or a face may stand in for the PIN. */
    public boolean biometric() {
        return notes.find(BIOMETRIC).map(Boolean::parseBoolean).orElse(false);
    }

    public void biometric(boolean allowed) {
        notes.put(BIOMETRIC, Boolean.toString(allowed));
    }
}

package vn.sothon.app;

import java.security.SecureRandom;
import vn.sothon.app.platform.AndroidClock;
import vn.sothon.app.platform.Machine;
import vn.sothon.app.platform.SoftwareKeys;
import vn.sothon.app.wiring.AppServices;

/** The app on a machine without a Keystore. */
public class TestApp extends SothonApp {
    public boolean metered;
    public final TestFingers fingers = new TestFingers();

    /** As after the process was killed: new objects on the old files, the old ones left where they were. */
    public AppServices restart() {
        return forgetServices();
    }

    /** Nothing is opened in the background: a test says when. */
    @Override
    protected void begin() {}

    @Override
    protected Machine machine() {
        return new Machine(
                getNoBackupFilesDir(),
                new AndroidClock(getContentResolver()),
                new SoftwareKeys(getNoBackupFilesDir()),
                () -> metered,
                listener -> listener.found(null),
                fingers,
                new SecureRandom(),
                "0.1.0-test",
                true);
    }
}

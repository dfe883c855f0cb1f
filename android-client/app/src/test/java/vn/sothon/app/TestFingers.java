package vn.sothon.app;

import androidx.fragment.app.FragmentActivity;
import vn.sothon.app.platform.Biometrics;

/** A sensor that a test touches. */
public final class TestFingers implements Biometrics {
    /** Whether the phone has one and its owner has set it up. */
    public boolean there;
    /** How often it was asked for. */
    public int asked;

    private Runnable known = () -> {
        throw new IllegalStateException("nobody has asked for a finger");
    };

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public void ask(FragmentActivity over, CharSequence title, CharSequence instead, Runnable then) {
        asked++;
        known = then;
    }

    /** The owner lays the finger on. */
    public void touch() {
        known.run();
    }
}

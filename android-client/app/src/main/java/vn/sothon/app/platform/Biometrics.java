package vn.sothon.app.platform;

import androidx.fragment.app.FragmentActivity;

/** A finger or a face in place of the PIN. It opens screens; no key hangs on it. */
public interface Biometrics {
    /** Whether this phone can tell its owner by one, and its owner has set that up. */
    boolean isThere();

    /**
     * Asks for it. Whoever does not show it, or is not known by it, types the PIN; that needs no word here.
     *
     * @param instead the button that leads back to the PIN
     * @param known runs on the main thread
     */
    void ask(FragmentActivity over, CharSequence title, CharSequence instead, Runnable known);
}

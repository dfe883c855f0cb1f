package vn.sothon.app.platform;

import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.Position;

/** Where the phone is, asked in silence while a form is open. */
public interface Whereabouts {
    /** Hears where the phone is, once, on the main thread; null if it cannot be told. */
    interface Listener {
        void found(@Nullable Position position);
    }

    /** Asks; without permission or without a fix in time the answer is null. */
    void ask(Listener listener);
}

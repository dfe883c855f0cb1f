package vn.sothon.app.ui.navigation;

import android.app.Activity;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.SothonApp;
import vn.sothon.app.wiring.OpenProfile;

/** What a screen that shows borrowers asks before it shows anything. */
public final class Doorway {
    private Doorway() {}

    /**
     * The profile whose screens may be shown now. Otherwise the activity ends and the person is at the enrolment or at the
     * lock.
     */
    public static @Nullable OpenProfile enter(Activity activity) {
        try {
            Optional<OpenProfile> current = SothonApp.services(activity).current();
            if (current.isPresent()
                    && current.get().session().isPresent()
                    && current.get().pin().isSet()) {
                OpenProfile profile = current.get();
                if (!profile.lock().isLocked()) {
                    profile.lock().touch();
                    return profile;
                }
                leaveFor(activity, Destination.UNLOCK);
                return null;
            }
        } catch (IOException e) {
            SothonApp.services(activity).log().note(e);
        }
        leaveFor(activity, Destination.ENROL);
        return null;
    }

    public static void leaveFor(Activity activity, Destination destination) {
        activity.startActivity(destination.intent(activity));
        activity.finish();
    }
}

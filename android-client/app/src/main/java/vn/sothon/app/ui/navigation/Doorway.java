package vn.sothon.app.ui.navigation;

import android.app.Activity;
import android.content.Intent;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.SothonApp;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.OpenProfile;

/** What a screen that shows borrowers asks before it shows anything. */
public final class Doorway {
    private Doorway() {}

    /**
     * The profile whose screens may be shown now. Otherwise the activity ends and the person is at the enrolment, at the
     * choice of people, or at the lock.
     */
    public static @Nullable OpenProfile enter(Activity activity) {
        AppServices services = SothonApp.services(activity);
        try {
            Optional<OpenProfile> current = meant(activity, services);
            boolean enrolled = current.isPresent() && current.get().session().isPresent();
            if (enrolled && current.get().pin().isSet()) {
                return unlocked(activity, current.get(), services);
            }
            leaveFor(activity, enrolled || services.people().isEmpty() ? Destination.ENROL : Destination.WHO);
            return null;
        } catch (IOException e) {
            services.log().note(e);
            leaveFor(activity, Destination.ENROL);
            return null;
        }
    }

    private static @Nullable OpenProfile unlocked(Activity activity, OpenProfile profile, AppServices services) {
        if (!profile.lock().isLocked()) {
            profile.lock().touch();
            if (profile.news().untold().isPresent() && !(activity instanceof Tells)) {
                leaveFor(activity, Destination.SAVED);
                return null;
            }
            return profile;
        }
        if (activity.getIntent().hasExtra(Destination.PROFILE)) {
            activity.startActivity(
                    Destination.UNLOCK.intent(activity).putExtra(Destination.THEN, new Intent(activity.getIntent())));
            activity.finish();
        } else {
            leaveFor(activity, services.people().size() > 1 ? Destination.WHO : Destination.UNLOCK);
        }
        return null;
    }

    /** A notification says whose it is; otherwise the one used last. */
    private static Optional<OpenProfile> meant(Activity activity, AppServices services) throws IOException {
        String wanted = activity.getIntent().getStringExtra(Destination.PROFILE);
        Optional<OpenProfile> current = services.current();
        boolean other = wanted != null
                && services.profiles().contains(wanted)
                && !current.map(OpenProfile::id).filter(wanted::equals).isPresent();
        return other && wanted != null ? Optional.of(services.use(wanted)) : current;
    }

    /** The screen that tells what was saved, to be shown before any other. */
    public interface Tells {}

    public static void leaveFor(Activity activity, Destination destination) {
        activity.startActivity(destination.intent(activity));
        activity.finish();
    }
}

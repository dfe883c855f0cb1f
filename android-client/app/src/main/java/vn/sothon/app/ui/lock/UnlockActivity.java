package vn.sothon.app.ui.lock;

import android.content.Intent;
import android.os.Bundle;
import android.view.View;
import androidx.core.content.ContextCompat;
import androidx.core.content.IntentCompat;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.data.media.SharedPapers;
import vn.sothon.app.platform.Biometrics;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.ui.pin.PinPad;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.lock.PinAnswer;

/** Asks for the PIN, or for a finger where the person has chosen that; the PIN always works. */
public final class UnlockActivity extends Screen {
    private PinPad pad;
    private CharSequence title;
    private boolean asked;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        new SharedPapers(getCacheDir()).forget();
        setContentView(R.layout.pin_pad);
        View root = findViewById(android.R.id.content);
        pad = new PinPad(root, this::tried);
        title = getText(R.string.pin_enter_title);
        View forgotten = findViewById(R.id.pin_forgotten);
        forgotten.setVisibility(View.VISIBLE);
        forgotten.setOnClickListener(v -> startActivity(Destination.ENROL.intent(this)));
        View other = findViewById(R.id.pin_other);
        other.setVisibility(View.VISIBLE);
        other.setOnClickListener(v -> Doorway.leaveFor(this, Destination.WHO));
        pad.say(title, getText(R.string.pin_enter_text));
    }

    @Override
    protected void onResume() {
        super.onResume();
        OpenProfile profile = profile();
        if (profile != null) {
            name(profile);
            finger(profile);
        }
    }

    /** Where several people share the phone, whose PIN is asked for. */
    private void name(OpenProfile profile) {
        if (SothonApp.services(this).people().size() > 1) {
            profile.session().ifPresent(session -> {
                title = getString(R.string.pin_of, session.person().name());
                pad.say(title, getText(R.string.pin_enter_text));
            });
        }
    }

    private void finger(OpenProfile profile) {
        Biometrics biometrics = SothonApp.services(this).machine().biometrics();
        boolean wanted = profile.settings().biometric() && biometrics.isThere();
        View button = findViewById(R.id.pin_finger);
        button.setVisibility(wanted ? View.VISIBLE : View.GONE);
        button.setOnClickListener(v -> ask(biometrics, profile));
        if (wanted && !asked) {
            asked = true;
            ask(biometrics, profile);
        }
    }

    private void ask(Biometrics biometrics, OpenProfile profile) {
        biometrics.ask(this, title, getText(R.string.pin_instead), () -> open(profile));
    }

    private void tried(String pin) {
        AppServices services = SothonApp.services(this);
        services.background().execute(() -> {
            OpenProfile profile = profile();
            if (profile != null && profile.pin().isSet()) {
                PinAnswer answer = profile.pin().enter(pin);
                ContextCompat.getMainExecutor(this).execute(() -> answered(profile, answer));
            }
        });
    }

    private void answered(OpenProfile profile, PinAnswer answer) {
        if (answer instanceof PinAnswer.Right) {
            open(profile);
        } else if (answer instanceof PinAnswer.Wrong wrong) {
            pad.say(title, getString(R.string.pin_wrong, wrong.triesLeft()));
        } else if (answer instanceof PinAnswer.Wait wait) {
            pad.say(title, getString(R.string.pin_wait, wait.seconds()));
        }
    }

    /** To the screen a notification has asked for, else to the first one. */
    private void open(OpenProfile profile) {
        profile.lock().unlock();
        Intent then = IntentCompat.getParcelableExtra(getIntent(), Destination.THEN, Intent.class);
        if (then == null) {
            Doorway.leaveFor(this, Destination.TODAY);
        } else {
            startActivity(then);
            finish();
        }
    }

    private @Nullable OpenProfile profile() {
        AppServices services = SothonApp.services(this);
        try {
            Optional<OpenProfile> current = services.current();
            return current.orElse(null);
        } catch (IOException e) {
            services.log().note(e);
            return null;
        }
    }
}

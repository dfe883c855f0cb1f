package vn.sothon.app.ui.lock;

import android.os.Bundle;
import android.view.View;
import androidx.core.content.ContextCompat;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.SothonApp;
import vn.sothon.app.ui.navigation.Destination;
import vn.sothon.app.ui.navigation.Doorway;
import vn.sothon.app.ui.navigation.Screen;
import vn.sothon.app.ui.pin.PinPad;
import vn.sothon.app.wiring.AppServices;
import vn.sothon.app.wiring.OpenProfile;
import vn.sothon.client.lock.PinAnswer;

/** Asks for the PIN. */
public final class UnlockActivity extends Screen {
    private PinPad pad;

    @Override
    protected void onCreate(@Nullable Bundle saved) {
        super.onCreate(saved);
        setContentView(R.layout.pin_pad);
        View root = findViewById(android.R.id.content);
        pad = new PinPad(root, this::tried);
        pad.say(R.string.pin_enter_title, getText(R.string.pin_enter_text));
        View forgotten = findViewById(R.id.pin_forgotten);
        forgotten.setVisibility(View.VISIBLE);
        forgotten.setOnClickListener(v -> startActivity(Destination.ENROL.intent(this)));
    }

    private void tried(String pin) {
        AppServices services = SothonApp.services(this);
        services.background().execute(() -> {
            try {
                Optional<OpenProfile> current = services.current();
                if (current.isPresent() && current.get().pin().isSet()) {
                    OpenProfile profile = current.get();
                    PinAnswer answer = profile.pin().enter(pin);
                    ContextCompat.getMainExecutor(this).execute(() -> answered(profile, answer));
                }
            } catch (IOException e) {
                services.log().note(e);
            }
        });
    }

    private void answered(OpenProfile profile, PinAnswer answer) {
        if (answer instanceof PinAnswer.Right) {
            profile.lock().unlock();
            Doorway.leaveFor(this, Destination.TODAY);
        } else if (answer instanceof PinAnswer.Wrong wrong) {
            pad.say(R.string.pin_enter_title, getString(R.string.pin_wrong, wrong.triesLeft()));
        } else if (answer instanceof PinAnswer.Wait wait) {
            pad.say(R.string.pin_enter_title, getString(R.string.pin_wait, wait.seconds()));
        }
    }
}

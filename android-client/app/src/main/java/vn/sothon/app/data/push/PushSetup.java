package vn.sothon.app.data.push;

import android.content.Context;
import com.google.firebase.FirebaseApp;
import com.google.firebase.FirebaseOptions;
import com.google.firebase.messaging.FirebaseMessaging;
import vn.sothon.app.platform.OfficeLog;
import vn.sothon.model.sync.Enrolment;

/** Connects the app to the Firebase project its server named, so that one APK serves any server. */
public final class PushSetup {
    private final Context context;
    private final OfficeLog log;

    /** Takes the token under which messages reach this phone. */
    public interface TokenTaker {
        void taken(String token);
    }

    public PushSetup(Context context, OfficeLog log) {
        this.context = context;
        this.log = log;
    }

    /** Turns messages on and asks for a token; on a phone without Google's services nothing happens. */
    @SuppressWarnings("deprecation") // the wire knows tokens; Firebase's newer installation ids would change both sides
    public void begin(Enrolment.Firebase firebase, TokenTaker taker) {
        try {
            if (FirebaseApp.getApps(context).isEmpty()) {
                FirebaseApp.initializeApp(
                        context,
                        new FirebaseOptions.Builder()
                                .setProjectId(firebase.projectId())
                                .setApplicationId(firebase.appId())
                                .setApiKey(firebase.apiKey())
                                .setGcmSenderId(firebase.senderId())
                                .build());
            }
            FirebaseMessaging messaging = FirebaseMessaging.getInstance();
            messaging.setAutoInitEnabled(true);
            messaging
                    .getToken()
                    .addOnSuccessListener(taker::taken)
                    .addOnFailureListener(failure ->
                            log.note("push no token " + failure.getClass().getName()));
        } catch (RuntimeException e) {
            // Settings of a server can be wrong, and a phone can lack what Firebase takes for granted: pulling goes on.
            log.note(e);
        }
    }
}

package vn.sothon.app.data.push;

import androidx.annotation.NonNull;
import com.google.firebase.messaging.FirebaseMessagingService;
import com.google.firebase.messaging.RemoteMessage;

/** A message says only that there is something to look at; what, the pull tells. */
public final class MessageService extends FirebaseMessagingService {
    @Override
    public void onMessageReceived(@NonNull RemoteMessage message) {
        ((Hinted) getApplication()).lookSoon();
    }

    @Override
    @SuppressWarnings("deprecation") // as in PushSetup
    public void onNewToken(@NonNull String token) {
        ((Hinted) getApplication()).pushToken(token);
    }
}

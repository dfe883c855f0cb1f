package vn.sothon.client.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where push messages reach this phone, and whether its server knows. */
public interface PushTokens {
    /** The phone's system has given out a new token. */
    void given(String token);

    /** The token the server has not been told for this device; null: nothing to tell. */
    @Nullable
    String untold(UUID deviceId);

    /** The server has taken it. */
    void told(UUID deviceId, String token);
}

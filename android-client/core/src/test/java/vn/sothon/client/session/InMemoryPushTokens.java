package vn.sothon.client.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.store.Undoable;

public final class InMemoryPushTokens implements PushTokens, Undoable {
    private @Nullable String given;
    private @Nullable String told;

    @Override
    public void given(String token) {
        given = token;
    }

    @Override
    public @Nullable String untold(UUID deviceId) {
        return given == null || (deviceId + given).equals(told) ? null : given;
    }

    @Override
    public void told(UUID deviceId, String token) {
        told = deviceId + token;
    }

    @Override
    public Runnable undo() {
        String givenBefore = given;
        String toldBefore = told;
        return () -> {
            given = givenBefore;
            told = toldBefore;
        };
    }
}

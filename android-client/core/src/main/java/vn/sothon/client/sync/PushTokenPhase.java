package vn.sothon.client.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import vn.sothon.client.session.PushTokens;
import vn.sothon.model.json.Json;

/** Tells the server where push messages reach this phone, once per token; a push is a hint, so failing here costs nothing. */
final class PushTokenPhase {
    private final ServerCalls calls;
    private final PushTokens tokens;

    PushTokenPhase(ServerCalls calls, PushTokens tokens) {
        this.calls = calls;
        this.tokens = tokens;
    }

    private record Body(@JsonProperty("token") String token) {}

    void run() {
        UUID device = calls.session().deviceId();
        String token = tokens.untold(device);
        if (token == null) {
            return;
        }
        try {
            Transport.Response answer = calls.raw(
                    "PUT",
                    "/api/v1/devices/me/push-token",
                    Map.of("Content-Type", "application/json"),
                    Transport.Body.of(Json.write(new Body(token)).getBytes(StandardCharsets.UTF_8)));
            // A token the server refuses is not offered again: the system gives out another in time.
            if (answer.status() / 100 == 2 || answer.status() == 400) {
                tokens.told(device, token);
            }
        } catch (Trouble.Met met) {
            return; // the next sync tries again
        }
    }
}

package vn.sothon.server.sync.pull;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;

/**
 * How far a phone has read. Opaque to it: Base64url of JSON.
 *
 * @param view what the phone could see when this was made; another view starts again
 * @param made when, in milliseconds: an old cursor may have missed removals that are no longer remembered
 * @param read by partition, the number read up to
 * @param since by partition, the number up to which removals need not be told: the phone began with nothing there
 */
record Cursor(
        @JsonProperty(value = "e", required = true) long epoch,
        @JsonProperty(value = "v", required = true) String view,
        @JsonProperty(value = "t", required = true) long made,
        @JsonProperty(value = "r", required = true) Map<String, Long> read,
        @JsonProperty(value = "s", required = true) Map<String, Long> since) {

    Cursor {
        read = Map.copyOf(read);
        since = Map.copyOf(since);
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Json.write(this).getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for anything this server did not make: the phone then starts again instead of being stuck. */
    static Optional<Cursor> of(String text) {
        try {
            byte[] json = Base64.getUrlDecoder().decode(text);
            return Optional.of(Json.strict(new String(json, StandardCharsets.UTF_8), Cursor.class));
        } catch (IllegalArgumentException | JsonRefused e) {
            return Optional.empty();
        }
    }
}

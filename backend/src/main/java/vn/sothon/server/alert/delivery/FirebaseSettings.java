package vn.sothon.server.alert.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.sync.Enrolment;
import vn.sothon.server.device.PushProject;

/**
 * The two files a Firebase project gives out, unchanged: the key of a service account, and {@code google-services.json}
 * beside it, of which phones are told four values. Nothing is read before it is asked for.
 */
@Singleton
public class FirebaseSettings implements PushProject {
    /** Name of the phones' file, in the folder of the key. */
    public static final String PHONE_FILE = "google-services.json";

    private final @Nullable Path key;
    private final @Nullable URI endpoint;
    private final int timeoutMillis;

    FirebaseSettings(
            @Property(name = "sothon.firebase.key") @Nullable String key,
            @Property(name = "sothon.firebase.endpoint") @Nullable String endpoint,
            @Property(name = "sothon.firebase.timeout-millis", defaultValue = "10000") int timeoutMillis) {
        this.key = key == null ? null : Path.of(key);
        this.endpoint = endpoint == null ? null : URI.create(endpoint);
        this.timeoutMillis = timeoutMillis;
    }

    public boolean configured() {
        return key != null;
    }

    /** The key of the service account. */
    Path key() {
        if (key == null) {
            throw new IllegalStateException("no Firebase project is configured");
        }
        return key;
    }

    /** Where messages go instead of the service's own address: an emulator, a test; absent: the service. */
    @Nullable
    URI endpoint() {
        return endpoint;
    }

    /** How long one answer of the service is waited for. */
    int timeoutMillis() {
        return timeoutMillis;
    }

    @Override
    public Optional<Enrolment.Firebase> phoneSide() {
        return key == null ? Optional.empty() : Optional.of(phoneSide(key));
    }

    /**
     * The phones' values for a key file.
     *
     * @throws IllegalStateException with what is wrong about which file
     */
    public static Enrolment.Firebase phoneSide(Path key) {
        Path file = key.resolveSibling(PHONE_FILE);
        try {
            JsonNode root = Json.tolerant(Files.readString(file), JsonNode.class);
            JsonNode project = root.path("project_info");
            JsonNode client = root.path("client").path(0);
            return new Enrolment.Firebase(
                    text(project, "project_id"),
                    text(client.path("client_info"), "mobilesdk_app_id"),
                    text(client.path("api_key").path(0), "current_key"),
                    text(project, "project_number"));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        } catch (JsonRefused e) {
            throw new IllegalStateException(file + " is not what a Firebase project gives out", e);
        }
    }

    private static String text(JsonNode node, String name) {
        String text = node.path(name).asText("");
        if (text.isEmpty()) {
            throw new IllegalStateException(PHONE_FILE + " has no " + name);
        }
        return text;
    }
}

package vn.sothon.server.app;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.ApplicationContext;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.tls.PinnedCertificate;
import vn.sothon.server.ops.DataFolder;
import vn.sothon.server.platform.admin.AdminCommands;

/** Has a command done by whoever has the folder: the running server, or this process if there is none. */
final class AdminDoor {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PAUSE_MILLIS = 200;

    private final ServerSettings settings;

    AdminDoor(ServerSettings settings) {
        this.settings = settings;
    }

    /** The outcome as {@link AdminCommands#run} tells it. */
    @SuppressWarnings("try") // the folder is only held
    JsonNode run(String command, JsonNode args) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (DataFolder folder = DataFolder.take(settings.folder())) {
                return here(command, args);
            } catch (DataFolder.InUse e) {
                Optional<JsonNode> answer = there(command, args);
                if (answer.isPresent()) {
                    return answer.get();
                }
                if (System.nanoTime() > giveUp) {
                    throw e;
                }
                // The other process is only just starting or ending, or is a command like this one.
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private JsonNode here(String command, JsonNode args) {
        try (ApplicationContext context = ServerContext.start(settings.properties())) {
            return context.getBean(AdminCommands.class).run(command, args);
        }
    }

    private Optional<JsonNode> there(String command, JsonNode args) throws IOException, InterruptedException {
        Optional<AdminFile> file = AdminFile.read(settings.folder());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        AdminFile admin = file.get();
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5));
        if (admin.certSha256() != null) {
            client.sslContext(PinnedCertificate.context(admin.certSha256()));
        }
        HttpRequest request = HttpRequest.newBuilder(URI.create(admin.address() + "/api/v1/admin/" + command))
                .header("Authorization", "Bearer " + admin.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(args)))
                .build();
        try {
            HttpResponse<String> response = client.build().send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IOException("the running server answered " + response.statusCode());
            }
            return Optional.of(Json.tolerant(response.body(), JsonNode.class));
        } catch (ConnectException e) {
            return Optional.empty();
        } catch (JsonRefused e) {
            throw new IOException("the running server's answer is not understood", e);
        }
    }
}

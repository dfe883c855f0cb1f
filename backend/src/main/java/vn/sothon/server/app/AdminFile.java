package vn.sothon.server.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.platform.files.OwnerOnly;

/**
 * How the command line reaches the server that has the folder: {@code admin.json}, for the folder's owner alone, there
 * as long as the server runs.
 *
 * @param certSha256 of the certificate it serves with, if it made one itself
 */
record AdminFile(
        @JsonProperty(value = "address", required = true) String address,
        @JsonProperty(value = "token", required = true) String token,
        @JsonProperty("certSha256") @Nullable String certSha256) {

    private static final String NAME = "admin.json";

    void write(Path folder) throws IOException {
        Path half = folder.resolve(NAME + ".new");
        Files.deleteIfExists(half);
        OwnerOnly.create(half);
        Files.writeString(half, Json.write(this));
        Files.move(half, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    static Optional<AdminFile> read(Path folder) throws IOException {
        try {
            return Optional.of(Json.tolerant(Files.readString(folder.resolve(NAME)), AdminFile.class));
        } catch (NoSuchFileException | JsonRefused e) {
            return Optional.empty();
        }
    }

    static void delete(Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(NAME));
    }
}

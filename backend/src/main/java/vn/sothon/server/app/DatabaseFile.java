package vn.sothon.server.app;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.platform.files.OwnerOnly;

/**
 * {@code database.json}: which database a folder was last served from, when it was not its own file. Without it a
 * command given only the folder would begin a second, empty database beside the real one. Never a password.
 */
final class DatabaseFile {
    private static final String NAME = "database.json";

    private DatabaseFile() {}

    record Choice(@JsonProperty("url") @Nullable String url, @JsonProperty("user") @Nullable String user) {}

    static Choice read(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        try {
            return Json.tolerant(Files.readString(file), Choice.class);
        } catch (NoSuchFileException e) {
            return new Choice(null, null);
        } catch (JsonRefused e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static void write(Path folder, Choice choice) throws IOException {
        Path half = folder.resolve(NAME + ".new");
        Files.deleteIfExists(half);
        OwnerOnly.create(half);
        Files.writeString(half, Json.write(choice));
        Files.move(half, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

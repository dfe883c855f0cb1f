package vn.sothon.server.platform.secret;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.platform.files.OwnerOnly;

/**
 * {@code server.keys}: a server's own keys, the present one of each kind first, for the owner of the file alone. Older ones
 * stay, for what was locked or signed with them.
 */
record KeyFile(
        @JsonProperty(value = "locking", required = true) List<LockingKey> locking,
        @JsonProperty(value = "signing", required = true) List<SigningKey> signing) {

    static final String NAME = "server.keys";

    KeyFile {
        locking = List.copyOf(locking);
        signing = List.copyOf(signing);
    }

    /** 256 bits, Base64. */
    record LockingKey(
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "key", required = true) String key) {
        @Override
        public String toString() {
            return "LockingKey " + id;
        }
    }

    /** P-256; Base64 of PKCS #8 and X.509. */
    record SigningKey(
            @JsonProperty(value = "id", required = true) String id,
            @JsonProperty(value = "privateKey", required = true) String privateKey,
            @JsonProperty(value = "publicKey", required = true) String publicKey) {
        @Override
        public String toString() {
            return "SigningKey " + id;
        }
    }

    KeyFile with(LockingKey lock, SigningKey sign) {
        List<LockingKey> locks = new ArrayList<>(List.of(lock));
        locks.addAll(locking);
        List<SigningKey> signs = new ArrayList<>(List.of(sign));
        signs.addAll(signing);
        return new KeyFile(locks, signs);
    }

    /**
     * Reads it.
     *
     * @throws NoSuchFileException there is none
     */
    static KeyFile read(Path file) throws IOException {
        try {
            return Json.tolerant(Files.readString(file), KeyFile.class);
        } catch (JsonRefused e) {
            throw new IOException(file + " cannot be read: " + e.code(), e);
        }
    }

    /** Puts the file there unless another process was first; whoever was first is right. */
    static KeyFile readOrMake(Path file, KeyFile fresh) throws IOException {
        try {
            return read(file);
        } catch (NoSuchFileException none) {
            Path half = half(file);
            OwnerOnly.create(half);
            Files.writeString(half, Json.write(fresh));
            try {
                Files.createLink(file, half);
            } catch (FileAlreadyExistsException e) {
                return read(file);
            } catch (UnsupportedOperationException e) {
                Files.move(half, file);
            } finally {
                Files.deleteIfExists(half);
            }
            return read(file);
        }
    }

    void write(Path file) throws IOException {
        Path half = half(file);
        OwnerOnly.create(half);
        Files.writeString(half, Json.write(this));
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path half(Path file) {
        return file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".new");
    }
}

package vn.sothon.androidbuild;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Work done once per library and version, kept outside {@code target}. A folder appears under its name only when it is
 * whole, so builds that run side by side may share it.
 */
final class Cache {
    private final Path root;

    Cache(Path root) {
        this.root = root;
    }

    /** Fills an empty folder. */
    interface Filling {
        void into(Path folder) throws IOException;
    }

    /** The folder of that kind for this input file; filled at the first call for its bytes. */
    Path folder(String kind, Path input, Filling filling) throws IOException {
        Path done = root.resolve(kind).resolve(input.getFileName() + "-" + fingerprint(input));
        if (Files.isDirectory(done)) {
            return done;
        }
        Files.createDirectories(Zips.parent(done));
        Path partial = Files.createTempDirectory(Zips.parent(done), ".part");
        filling.into(partial);
        try {
            Files.move(partial, done, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another build was quicker with the same bytes.
            for (Path file : Zips.files(partial)) {
                Files.delete(file);
            }
        }
        return done;
    }

    private static String fingerprint(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}

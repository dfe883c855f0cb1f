package vn.sothon.server.platform.files;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.Stream;
import vn.sothon.model.sync.Seals;

/**
 * The folder {@code files/}: whole files at {@code ab/cd/abcd…} by their SHA-256, unfinished ones under {@code
 * incoming/}. A file appears at its place whole or not at all, also when the power fails.
 */
@Singleton
public class BlobStore {
    private static final int CHUNK = 1 << 16;

    private final Path root;
    private final Path incoming;

    BlobStore(@Value("${sothon.folder}") String folder) {
        this.root = Path.of(folder, "files");
        this.incoming = root.resolve("incoming");
        try {
            Files.createDirectories(incoming);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes the disk still takes. */
    public long room() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    /** Where an unfinished file grows. */
    public Path incoming(String name) {
        return incoming.resolve(name);
    }

    /** The names of all unfinished files. */
    public List<String> incoming() throws IOException {
        try (Stream<Path> files = Files.list(incoming)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    /** Where the file with this content lies, if it is here. */
    public Path place(String sha256) {
        return root.resolve(sha256.substring(0, 2))
                .resolve(sha256.substring(2, 4))
                .resolve(sha256);
    }

    public boolean holds(String sha256) {
        return Files.isRegularFile(place(sha256));
    }

    /**
     * Gives a whole file its place by its content; it is durable when this returns. The file under its first name stays,
     * so that a caller who fails afterwards has lost nothing.
     */
    public void keep(Path whole, String sha256) throws IOException {
        if (holds(sha256)) {
            return;
        }
        Path first = root.resolve(sha256.substring(0, 2));
        Path second = first.resolve(sha256.substring(2, 4));
        if (!Files.isDirectory(second)) {
            Files.createDirectories(second);
            force(root);
            force(first);
        }
        try {
            flush(whole);
            Files.createLink(place(sha256), whole);
        } catch (FileAlreadyExistsException e) {
            // The same content arrived twice at the same moment.
        } catch (UnsupportedOperationException | FileSystemException e) {
            Path copy = incoming.resolve(whole.getFileName() + ".copy");
            Files.copy(whole, copy, StandardCopyOption.REPLACE_EXISTING);
            flush(copy);
            Files.move(copy, place(sha256), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        force(second);
    }

    private static void flush(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** SHA-256 of a file, read piece by piece. */
    public static String sha256(Path file) throws IOException {
        MessageDigest digest = Seals.digest();
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        try (FileChannel channel = FileChannel.open(file)) {
            while (channel.read(buffer) >= 0) {
                buffer.flip();
                digest.update(buffer);
                buffer.clear();
            }
        }
        return Seals.hex(digest.digest());
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder)) {
            channel.force(true);
        }
    }
}

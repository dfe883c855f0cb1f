package vn.sothon.server.ops;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A server's folder: {@code sothon.db}, {@code files/} and a lock that lets one process in. A missing folder is made, an
 * empty one taken as it is.
 */
public final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final FileChannel channel;

    private DataFolder(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    /**
     * Takes the folder for this process.
     *
     * @throws InUse if another process has it
     */
    public static DataFolder take(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("files"));
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new InUse(folder);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new InUse(folder);
        }
        return new DataFolder(folder, channel);
    }

    public Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /** Another process works on this folder. */
    public static final class InUse extends IOException {
        InUse(Path folder) {
            super("another process uses " + folder);
        }
    }
}

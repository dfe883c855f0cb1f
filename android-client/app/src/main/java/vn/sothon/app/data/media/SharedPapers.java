package vn.sothon.app.data.media;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Papers in clear, for as long as another app takes them over: gone when the person leaves the copy, when the lock has
 * fallen, and when the process starts.
 */
public final class SharedPapers {
    private final File folder;

    public SharedPapers(File cache) {
        this.folder = new File(cache, "shared");
    }

    /** A file to be written; the one before it is gone. */
    public File file(String name) throws IOException {
        forget();
        Files.createDirectories(folder.toPath());
        return new File(folder, name);
    }

    /** Takes every paper away; who has one open reads it to its end. */
    public void forget() {
        File[] files = folder.listFiles();
        if (files != null) {
            for (File file : files) {
                file.delete();
            }
        }
    }
}

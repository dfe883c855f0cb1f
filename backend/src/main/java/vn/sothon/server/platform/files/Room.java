package vn.sothon.server.platform.files;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ThreadLocalRandom;
import vn.sothon.server.platform.http.Refusal;

/** Whether the disk still has room for records; below that, nothing is taken in while reading goes on. */
@Singleton
public class Room {
    private static final long ASKED_AGAIN_AFTER_NANOS = 1_000_000_000;

    private final BlobStore blobs;
    private final long forRecords;
    // Asking the file system walks the machine's mounts: more work than reading a record.
    private volatile long enoughUntil = System.nanoTime();

    Room(BlobStore blobs, @Value("${sothon.room.records:67108864}") long forRecords) {
        this.blobs = blobs;
        this.forRecords = forRecords;
    }

    /**
     * Ends the call where records have no room.
     *
     * @throws Refusal 503 {@code STORAGE_LOW}
     */
    public void requireForRecords() {
        long now = System.nanoTime();
        if (now - enoughUntil >= 0) {
            require(forRecords);
            enoughUntil = now + ASKED_AGAIN_AFTER_NANOS;
        }
    }

    /** Ends the call where the disk has less than that many bytes. */
    public void require(long bytes) {
        try {
            if (blobs.room() < bytes) {
                throw low();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a caller is told: come again in a minute or two. */
    public static Refusal low() {
        int jittered = 60 + ThreadLocalRandom.current().nextInt(60);
        return new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "STORAGE_LOW", null, jittered, null);
    }
}

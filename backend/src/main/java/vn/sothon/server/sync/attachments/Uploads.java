package vn.sothon.server.sync.attachments;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpStatus;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.access.Caller;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.platform.files.Room;
import vn.sothon.server.platform.http.Refusal;

/**
 * Uploads from announcement to arrival. The bytes on the disk are the only truth about an offset; one request at a time
 * writes to an upload.
 */
@Singleton
class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final UploadStore store;
    private final BlobStore blobs;
    private final Room room;
    private final Completion completion;
    private final Writer writer;
    private final ServerClock clock;
    private final ExecutorService disk;
    private final ConcurrentHashMap<String, Running> running = new ConcurrentHashMap<>();

    Uploads(
            UploadStore store,
            BlobStore blobs,
            Room room,
            Completion completion,
            Writer writer,
            ServerClock clock,
            @Named(TaskExecutors.BLOCKING) ExecutorService disk) {
        this.store = store;
        this.blobs = blobs;
        this.room = room;
        this.completion = completion;
        this.writer = writer;
        this.clock = clock;
        this.disk = disk;
    }

    /**
     * Announces a file. An earlier unfinished announcement of the same file by the same device makes way: its address
     * never reached the phone, or the phone has lost it.
     */
    Upload create(Caller caller, String sha256, long length) {
        room.require(Tus.ROOM_TO_KEEP);
        for (Upload earlier : store.unfinished(caller.deviceId(), sha256)) {
            remove(earlier);
        }
        Upload upload = new Upload(
                UUID.randomUUID().toString(),
                caller.deviceId(),
                sha256,
                length,
                clock.now().plus(Tus.LIFETIME),
                false);
        writer.write(tx -> {
            if (store.unfinishedBytes(tx, caller.deviceId()) + length > Tus.MAX_UNFINISHED_BYTES) {
                throw new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "UNFINISHED_LIMIT", Tus.LENGTH);
            }
            store.insert(tx, upload);
            return upload;
        });
        return upload;
    }

    /** The caller's upload; another device's is none of his business. */
    Upload find(Caller caller, String id) {
        return store.find(id)
                .filter(upload -> upload.deviceId().equals(caller.deviceId()))
                .filter(upload -> upload.expires().isAfter(clock.now()))
                .orElseThrow(Uploads::unknown);
    }

    /** How much of it is here. Whoever asks has given up the request that may still be writing: that one is ended. */
    long offset(Upload upload) {
        overtake(upload);
        Upload now = store.find(upload.id()).orElseThrow(Uploads::unknown);
        long here = here(now);
        return here == now.length() && !now.finished() ? completed(now) : here;
    }

    /**
     * Takes bytes from an offset on.
     *
     * @param announced how many the request says it brings, 0 if it does not say
     * @return the offset afterwards
     */
    CompletableFuture<Long> receive(
            Upload upload, long offset, long announced, @Nullable UploadChecksum checksum, Publisher<byte[]> body) {
        Receiving receiving = new Receiving(blobs.incoming(upload.id()), offset, upload.length(), checksum, disk);
        Running mine = new Running(receiving, new CompletableFuture<>());
        if (running.putIfAbsent(upload.id(), mine) != null) {
            throw new Refusal(HttpStatus.LOCKED, "UPLOAD_BUSY");
        }
        try {
            accept(upload, offset, announced);
        } catch (RuntimeException e) {
            running.remove(upload.id(), mine);
            mine.settled.completeExceptionally(e);
            throw e;
        }
        CompletableFuture<Long> unused = receiving
                .ended()
                .thenApplyAsync(end -> settle(upload, end), disk)
                .whenComplete((here, thrown) -> {
                    running.remove(upload.id(), mine);
                    if (thrown == null) {
                        mine.settled.complete(here);
                    } else {
                        mine.settled.completeExceptionally(told(cause(thrown)));
                    }
                });
        body.subscribe(receiving);
        return mine.settled;
    }

    private void accept(Upload upload, long offset, long announced) {
        Upload now = store.find(upload.id()).orElseThrow(Uploads::unknown);
        if (offset != here(now)) {
            throw new Refusal(HttpStatus.CONFLICT, "OFFSET_MISMATCH", Tus.OFFSET);
        }
        if (offset + announced > now.length()) {
            throw new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", Tus.LENGTH);
        }
    }

    private long settle(Upload upload, Receiving.End end) {
        RuntimeException refusal =
                switch (end) {
                    case WHOLE -> null;
                    case CUT -> new Refusal(HttpStatus.BAD_REQUEST, "BODY_CUT");
                    case OVERTAKEN -> new Refusal(HttpStatus.CONFLICT, "UPLOAD_OVERTAKEN");
                    case TOO_LONG -> new Refusal(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "TOO_LARGE", Tus.LENGTH);
                    case CHECKSUM_MISMATCH -> new ContentMismatch("CHECKSUM_MISMATCH");
                };
        if (refusal != null) {
            throw refusal;
        }
        Upload now = store.find(upload.id()).orElseThrow(Uploads::unknown);
        long here = here(now);
        if (here == now.length() && !now.finished()) {
            completion.complete(now);
        }
        return here;
    }

    /** Forgets an upload; what was stored through it stays. */
    void remove(Upload upload) {
        overtake(upload);
        completion.discard(upload);
    }

    /** Removes what has waited too long. */
    void removeExpired() {
        store.expired().forEach(this::remove);
    }

    /** After a stop at any moment: completes what was whole, forgets files that no upload names. */
    void recover() throws IOException {
        for (Upload upload : store.unfinished()) {
            if (here(upload) == upload.length()) {
                completed(upload);
            }
        }
        for (String name : blobs.incoming()) {
            if (store.find(name).filter(upload -> !upload.finished()).isEmpty()) {
                Files.deleteIfExists(blobs.incoming(name));
            }
        }
    }

    /** Does what the last byte should have brought about, had nothing stopped it. */
    private long completed(Upload upload) {
        try {
            return receive(upload, upload.length(), 0, null, Publishers.empty()).join();
        } catch (CompletionException e) {
            throw cause(e) instanceof RuntimeException known ? known : e;
        }
    }

    private void overtake(Upload upload) {
        Running earlier = running.get(upload.id());
        if (earlier != null) {
            earlier.receiving.overtake();
            earlier.settled.exceptionally(thrown -> 0L).join();
        }
    }

    private long here(Upload upload) {
        if (upload.finished()) {
            return upload.length();
        }
        Path file = blobs.incoming(upload.id());
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A disk that fails is most often a full one; the phone keeps its file and comes again. */
    private static Throwable told(Throwable thrown) {
        if (thrown instanceof IOException || thrown instanceof UncheckedIOException) {
            LOG.error("an upload could not be written", thrown);
            return Room.low();
        }
        return thrown;
    }

    private static Refusal unknown() {
        return new Refusal(HttpStatus.NOT_FOUND, "UPLOAD_UNKNOWN");
    }

    private static Throwable cause(Throwable thrown) {
        return thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
    }

    private record Running(Receiving receiving, CompletableFuture<Long> settled) {}
}

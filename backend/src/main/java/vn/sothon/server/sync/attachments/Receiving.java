package vn.sothon.server.sync.attachments;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One request's bytes on their way to the disk, piece by piece: the next piece is asked for when the last one is
 * written. Whatever ends it, what came so far is made durable before anyone hears of it.
 */
final class Receiving implements Subscriber<byte[]> {
    /** How it ended. */
    enum End {
        WHOLE,
        /** The line broke. */
        CUT,
        /** The same phone came back for this upload: the old line was dead. */
        OVERTAKEN,
        TOO_LONG,
        CHECKSUM_MISMATCH
    }

    private final Path file;
    private final long from;
    private final long length;
    private final @Nullable UploadChecksum checksum;
    private final Executor disk;
    private final CompletableFuture<End> ended = new CompletableFuture<>();
    private CompletableFuture<Void> steps = CompletableFuture.completedFuture(null);
    private @Nullable Subscription source;

    // Touched by one step after the other.
    private @Nullable FileChannel channel;
    private long position;

    Receiving(Path file, long from, long length, @Nullable UploadChecksum checksum, Executor disk) {
        this.file = file;
        this.from = from;
        this.length = length;
        this.checksum = checksum;
        this.disk = disk;
        this.position = from;
    }

    /** Completes when the bytes are durable; exceptionally when the disk failed. */
    CompletableFuture<End> ended() {
        return ended;
    }

    /** Ends it from outside. */
    synchronized void overtake() {
        step(() -> close(End.OVERTAKEN));
        drain();
    }

    @Override
    public synchronized void onSubscribe(Subscription subscription) {
        source = subscription;
        subscription.request(1);
    }

    @Override
    public synchronized void onNext(byte[] bytes) {
        step(() -> write(bytes));
    }

    @Override
    public synchronized void onError(Throwable thrown) {
        step(() -> close(End.CUT));
    }

    @Override
    public synchronized void onComplete() {
        step(() -> close(End.WHOLE));
    }

    private void step(Step step) {
        steps = steps.thenRunAsync(() -> run(step), disk);
    }

    private void run(Step step) {
        if (ended.isDone()) {
            drain();
            return;
        }
        try {
            step.run();
        } catch (IOException | RuntimeException e) {
            drain();
            closeQuietly();
            ended.completeExceptionally(e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        int count = (int) Math.min(bytes.length, length - position);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        FileChannel out = open();
        while (buffer.hasRemaining()) {
            position += out.write(buffer, position);
        }
        if (checksum != null) {
            checksum.update(bytes, count);
        }
        if (count < bytes.length) {
            close(End.TOO_LONG);
            drain();
        } else {
            demand();
        }
    }

    private void close(End end) throws IOException {
        End how = end;
        FileChannel out = open();
        if (checksum != null && (end != End.WHOLE || !checksum.matches())) {
            // Bytes that cannot be checked do not count: the client that asked for it will send them again.
            out.truncate(from);
            how = end == End.WHOLE ? End.CHECKSUM_MISMATCH : end;
        }
        out.force(true);
        out.close();
        ended.complete(how);
    }

    private FileChannel open() throws IOException {
        FileChannel out = channel;
        if (out == null) {
            out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel = out;
        }
        return out;
    }

    private synchronized void demand() {
        if (source != null) {
            source.request(1);
        }
    }

    /** Lets the rest run past: a body nobody reads would keep its connection from the next request. */
    private synchronized void drain() {
        if (source != null) {
            source.request(Long.MAX_VALUE);
        }
    }

    private void closeQuietly() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The first failure is the one that is told.
        }
    }

    @FunctionalInterface
    private interface Step {
        void run() throws IOException;
    }
}

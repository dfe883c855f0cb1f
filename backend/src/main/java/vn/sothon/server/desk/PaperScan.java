package vn.sothon.server.desk;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sothon.model.record.AttachmentRef;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.files.Arrivals;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.platform.files.FileArrived;
import vn.sothon.server.platform.files.MediaTypes;
import vn.sothon.server.platform.files.Room;

/** Takes scans in: first aside, where nothing counts on them, then to their place. */
@Singleton
public class PaperScan {
    /** No longer than a phone's photo may be. */
    public static final long LARGEST = 10L << 20;

    private static final Set<String> TYPES = Set.of(MediaTypes.JPEG, MediaTypes.PNG, MediaTypes.PDF);

    private final BlobStore blobs;
    private final Arrivals arrivals;
    private final Writer writer;
    private final Room room;

    PaperScan(BlobStore blobs, Arrivals arrivals, Writer writer, Room room) {
        this.blobs = blobs;
        this.arrivals = arrivals;
        this.writer = writer;
        this.room = room;
    }

    /** What an upload turned out to be. */
    public sealed interface Taken {
        /** A scan, aside until it is kept or dropped. */
        record Aside(Path file, AttachmentRef ref) implements Taken, AutoCloseable {
            /** Drops the file aside; one that was kept stays at its place. */
            @Override
            public void close() throws IOException {
                Files.deleteIfExists(file);
            }
        }

        record Empty() implements Taken {}

        record TooLarge() implements Taken {}

        /** Neither a picture nor a PDF, whatever its name says. */
        record WrongType() implements Taken {}
    }

    /** Looks at what is sent; its name is not asked for. */
    public Taken take(InputStream in) throws IOException {
        room.requireForRecords();
        Path file = blobs.incoming("scan-" + UUID.randomUUID());
        long bytes = copied(in, file);
        Taken refused = bytes == 0 ? new Taken.Empty() : bytes > LARGEST ? new Taken.TooLarge() : null;
        String type = refused == null ? MediaTypes.sniff(file) : "";
        if (refused == null && !TYPES.contains(type)) {
            refused = new Taken.WrongType();
        }
        if (refused != null) {
            Files.deleteIfExists(file);
            return refused;
        }
        return new Taken.Aside(file, new AttachmentRef(BlobStore.sha256(file), type, bytes, AttachmentRef.Role.SCAN));
    }

    /** Gives a scan its place among the files; {@code broughtBy}: the desk that has brought it, if one has. */
    public void keep(Taken.Aside scan, UUID... broughtBy) throws IOException {
        AttachmentRef ref = scan.ref();
        blobs.keep(scan.file(), ref.sha256());
        writer.write(tx -> {
            arrivals.arrived(
                    tx, new FileArrived.Arrived(List.of(broughtBy), ref.sha256(), ref.bytes(), ref.mediaType()));
            return ref;
        });
    }

    private static long copied(InputStream in, Path to) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
            for (int read = in.read(buffer); read >= 0 && copied <= LARGEST; read = in.read(buffer)) {
                copied += read;
                out.write(buffer, 0, read);
            }
        }
        return copied;
    }
}

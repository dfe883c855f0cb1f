package vn.sothon.server.plan.result;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.files.Arrivals;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.platform.files.FileArrived;
import vn.sothon.server.platform.files.MediaTypes;

/** Takes a document from this machine's disk into the store of files. */
@Singleton
class ResultFile {
    private static final long LARGEST = 100L * 1024 * 1024;

    private final BlobStore blobs;
    private final Arrivals arrivals;
    private final Writer writer;

    ResultFile(BlobStore blobs, Arrivals arrivals, Writer writer) {
        this.blobs = blobs;
        this.arrivals = arrivals;
        this.writer = writer;
    }

    /** Its SHA-256; the file itself stays where it was. */
    String keep(Path file) throws IOException {
        if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
            throw new AdminRefused("FILE", "There is no such file of at most " + LARGEST / (1024 * 1024) + " MB.");
        }
        Path copy = blobs.incoming("result-" + UUID.randomUUID());
        try {
            Files.copy(file, copy);
            String sha256 = BlobStore.sha256(copy);
            long bytes = Files.size(copy);
            String mediaType = MediaTypes.sniff(copy);
            blobs.keep(copy, sha256);
            writer.write(tx -> {
                arrivals.arrived(tx, new FileArrived.Arrived(List.of(), sha256, bytes, mediaType));
                return sha256;
            });
            return sha256;
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}

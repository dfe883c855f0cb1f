package vn.sothon.server.sync.attachments;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import vn.sothon.server.device.DeviceService;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.files.Arrivals;
import vn.sothon.server.platform.files.BlobStore;
import vn.sothon.server.platform.files.FileArrived.Arrived;
import vn.sothon.server.platform.files.MediaTypes;

/** What happens when the last byte is here. Stopped anywhere in between, it can be done again from the start. */
@Singleton
class Completion {
    private final UploadStore store;
    private final BlobStore blobs;
    private final Arrivals arrivals;
    private final Writer writer;
    private final DeviceService devices;

    Completion(UploadStore store, BlobStore blobs, Arrivals arrivals, Writer writer, DeviceService devices) {
        this.store = store;
        this.blobs = blobs;
        this.arrivals = arrivals;
        this.writer = writer;
        this.devices = devices;
    }

    /**
     * Compares the whole file with its announcement and stores it.
     *
     * @throws ContentMismatch if it is another file; it is gone then
     */
    void complete(Upload upload) {
        Path whole = blobs.incoming(upload.id());
        try {
            if (!BlobStore.sha256(whole).equals(upload.sha256())) {
                discard(upload);
                throw new ContentMismatch("SHA256_MISMATCH");
            }
            String mediaType = MediaTypes.sniff(whole);
            blobs.keep(whole, upload.sha256());
            UUID person = devices.find(upload.deviceId()).orElseThrow().personId();
            List<UUID> by = List.of(upload.deviceId(), person);
            writer.write(tx -> {
                arrivals.arrived(tx, new Arrived(by, upload.sha256(), upload.length(), mediaType));
                store.finished(tx, upload.id());
                return upload;
            });
            Files.deleteIfExists(whole);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets an upload and its bytes. */
    void discard(Upload upload) {
        writer.write(tx -> {
            store.delete(tx, upload.id());
            return upload;
        });
        try {
            Files.deleteIfExists(blobs.incoming(upload.id()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package vn.sothon.client.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.AttachmentFiles;
import vn.sothon.client.record.UploadQueue;
import vn.sothon.client.record.UploadQueue.Upload;
import vn.sothon.client.session.PhoneClock;
import vn.sothon.client.sync.Trouble.Kind;

/** Uploads missing files by tus 1.0.0, each from the byte where the line broke. */
final class UploadPhase {
    private static final String ROOT = "/api/v1/attachments";
    private static final int STEPS = 6;
    private static final long NOT_AGAIN_SECONDS = 600;
    private static final Backoff AFTER_FAILURE = new Backoff(60_000, 6 * 3_600_000L);

    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int GONE = 410;
    private static final int LOCKED = 423;
    private static final int CHECKSUM_MISMATCH = 460;

    private final ServerCalls calls;
    private final UploadQueue queue;
    private final AttachmentFiles files;
    private final PhoneClock clock;

    UploadPhase(ServerCalls calls, UploadQueue queue, AttachmentFiles files, PhoneClock clock) {
        this.calls = calls;
        this.queue = queue;
        this.files = files;
        this.clock = clock;
    }

    /** How one upload ended for now. */
    private enum End {
        DONE,
        LATER,
        FAILED
    }

    /** Uploads what is due; one file that fails does not keep the next one back. */
    Optional<Trouble> run(Tally tally) {
        for (Upload upload : queue.due(clock.wall())) {
            if (!files.has(upload.sha256())) {
                continue; // the photo was made on another phone, or was lost with this one's card
            }
            try {
                End end = upload(upload);
                if (end == End.DONE) {
                    queue.done(upload.sha256(), clock.wall().plusSeconds(NOT_AGAIN_SECONDS));
                    tally.uploaded();
                } else if (end == End.FAILED) {
                    long waitMs = AFTER_FAILURE.waitMs(upload.failures() + 1, 0.5);
                    queue.failed(upload.sha256(), clock.wall().plusMillis(waitMs));
                }
            } catch (Trouble.Met met) {
                return Optional.of(met.trouble());
            }
        }
        return Optional.empty();
    }

    private End upload(Upload upload) throws Trouble.Met {
        String sha256 = upload.sha256();
        long size = files.size(sha256);
        String path = upload.path();
        Long offset = null;
        for (int step = 0; step < STEPS; step++) {
            if (path == null) {
                path = create(sha256, size);
                if (path == null) {
                    return End.FAILED;
                }
                queue.began(sha256, path);
                offset = 0L;
            }
            if (offset == null) {
                Transport.Response head = calls.raw("HEAD", path, tus(), null);
                offset = head.status() == OK || head.status() == NO_CONTENT ? offset(head) : null;
                if (offset == null) {
                    path = forget(sha256);
                    continue;
                }
            }
            if (offset == size) {
                return End.DONE;
            }
            Transport.Response patched = patch(path, sha256, offset, size);
            switch (patched.status()) {
                case NO_CONTENT -> offset = offset(patched);
                case CONFLICT -> offset = null;
                case LOCKED -> {
                    return End.LATER;
                }
                case NOT_FOUND, GONE -> {
                    path = forget(sha256);
                    offset = null;
                }
                case CHECKSUM_MISMATCH -> {
                    forget(sha256);
                    return End.FAILED;
                }
                default -> {
                    return End.FAILED;
                }
            }
        }
        return End.LATER;
    }

    private @Nullable String create(String sha256, long size) throws Trouble.Met {
        Map<String, String> headers = tus();
        headers.put("Upload-Length", Long.toString(size));
        headers.put(
                "Upload-Metadata",
                "sha256 " + Base64.getEncoder().encodeToString(sha256.getBytes(StandardCharsets.US_ASCII)));
        Transport.Response created = calls.raw("POST", ROOT, headers, Transport.Body.of(new byte[0]));
        String location = created.header("location");
        return created.status() == CREATED && location != null ? path(location) : null;
    }

    private Transport.Response patch(String path, String sha256, long offset, long size) throws Trouble.Met {
        Map<String, String> headers = tus();
        headers.put("Upload-Offset", Long.toString(offset));
        headers.put("Content-Type", "application/offset+octet-stream");
        return calls.raw("PATCH", path, headers, new Transport.Body() {
            @Override
            public long length() {
                return size - offset;
            }

            @Override
            public InputStream open() throws IOException {
                return files.open(sha256, offset);
            }
        });
    }

    private @Nullable String forget(String sha256) {
        queue.began(sha256, null);
        return null;
    }

    /** Only the path of a Location counts: the token never follows it to another host. */
    private static String path(String location) throws Trouble.Met {
        try {
            URI uri = URI.create(ROOT + "/").resolve(location);
            String path = uri.getRawPath();
            return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
        } catch (IllegalArgumentException e) {
            throw new Trouble.Met(Trouble.of(Kind.NOT_UNDERSTOOD, CREATED));
        }
    }

    private static @Nullable Long offset(Transport.Response response) {
        Long offset = ServerCalls.number(response.header("upload-offset"));
        return offset == null || offset < 0 ? null : offset;
    }

    private static Map<String, String> tus() {
        Map<String, String> headers = new HashMap<>();
        headers.put("Tus-Resumable", "1.0.0");
        return headers;
    }
}

package vn.sothon.client.record;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Files the server has said it misses. */
public interface UploadQueue {
    /**
     * One file to upload.
     *
     * @param path where the server keeps the begun upload
     */
    record Upload(String sha256, @Nullable String path, int failures) {}

    /** Files of received records that the server waits for and that may be tried now. */
    List<Upload> due(Instant now);

    /** Remembers where the upload goes on, or with null that it must begin anew. */
    void began(String sha256, @Nullable String path);

    void failed(String sha256, Instant notBefore);

    /**
     * The server has the whole file: no record misses it any more. A status written before it arrived may still say
     * otherwise, so that until then it is not sent again.
     */
    void done(String sha256, Instant notAgainBefore);

    /** How many different files are still to be sent. */
    int size();
}

package vn.sothon.server.sync.attachments;

import java.time.Duration;

/** The words of tus 1.0.0 and the limits of this server. */
final class Tus {
    static final String PATH = "/api/v1/attachments";
    static final String VERSION = "1.0.0";
    static final String EXTENSIONS = "creation,creation-with-upload,expiration,termination,checksum";
    static final String CHUNK_TYPE = "application/offset+octet-stream";

    static final String RESUMABLE = "Tus-Resumable";
    static final String VERSIONS = "Tus-Version";
    static final String EXTENSION = "Tus-Extension";
    static final String LARGEST = "Tus-Max-Size";
    static final String ALGORITHMS = "Tus-Checksum-Algorithm";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String METADATA = "Upload-Metadata";
    static final String EXPIRES = "Upload-Expires";
    static final String CHECKSUM = "Upload-Checksum";
    static final String METHOD = "X-HTTP-Method-Override";

    /** Not an HTTP status of the registry: the bytes are not those that were announced. */
    static final int CHECKSUM_MISMATCH = 460;

    static final long MAX_BYTES = 10L << 20;
    static final long MAX_UNFINISHED_BYTES = 200L << 20;
    /** New uploads wait while the disk has less than this: records go first. */
    static final long ROOM_TO_KEEP = 256L << 20;

    static final Duration LIFETIME = Duration.ofDays(7);

    private Tus() {}
}

package vn.sothon.server.sync.attachments;

import java.time.Instant;
import java.util.UUID;

/**
 * A file on its way. It belongs to the device that announced it.
 *
 * @param finished whole and stored; kept until it expires for a client that lost the last answer
 */
record Upload(String id, UUID deviceId, String sha256, long length, Instant expires, boolean finished) {}

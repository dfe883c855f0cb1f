package vn.sothon.server.device;

import java.time.Instant;
import java.util.UUID;

/**
 * A one-time code, readable this once: the server keeps its hash.
 *
 * @param text ten characters in two groups
 */
public record EnrolmentCode(UUID personId, String text, Instant expiresAt) {}

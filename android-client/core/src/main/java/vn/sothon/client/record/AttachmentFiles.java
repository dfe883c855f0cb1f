package vn.sothon.client.record;

import java.io.IOException;
import java.io.InputStream;

/** Photos and scans, named by the SHA-256 of their content. */
public interface AttachmentFiles {
    /** Keeps a copy and returns its hash; durable when this returns. */
    String keep(byte[] content) throws IOException;

    boolean has(String sha256);

    long size(String sha256);

    /** The content from that byte on. */
    InputStream open(String sha256, long from) throws IOException;
}

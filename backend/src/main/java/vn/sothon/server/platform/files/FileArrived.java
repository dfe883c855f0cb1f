package vn.sothon.server.platform.files;

import vn.sothon.server.platform.db.Tx;

/**
 * Told when a file is here whole. The same file may arrive again, from the same phone or another, so a listener must be
 * safe to run twice.
 */
@FunctionalInterface
public interface FileArrived {
    void arrived(Tx tx, String sha256, long bytes, String mediaType) throws Exception;
}

package vn.sothon.server.platform.files;

import java.util.List;
import java.util.UUID;
import vn.sothon.server.platform.db.Tx;

/**
 * Told when a file is here whole. The same file may arrive again, from the same phone or another, so a listener must be
 * safe to run twice.
 */
@FunctionalInterface
public interface FileArrived {
    void arrived(Tx tx, Arrived file) throws Exception;

    /**
     * A file that is here.
     *
     * @param by the device that brought it and its person, whether or not others had brought it before; empty for what
     *     the server itself keeps
     * @param mediaType what its first bytes say
     */
    record Arrived(List<UUID> by, String sha256, long bytes, String mediaType) {}
}

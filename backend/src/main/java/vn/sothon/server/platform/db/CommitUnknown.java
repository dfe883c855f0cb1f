package vn.sothon.server.platform.db;

/** Whether the commit took place is not known; the caller must ask again, never assume. */
public final class CommitUnknown extends RuntimeException {
    CommitUnknown(Throwable cause) {
        super("the outcome of a commit is not known", cause);
    }
}

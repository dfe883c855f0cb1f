package vn.sothon.app.data.sync;

/** What a worker asks of the process it wakes up in. */
public interface Syncing {
    /** Syncs every profile; whether nothing has to be tried again. */
    boolean syncAll();
}

package vn.sothon.client.store;

/** A fake that can be put back as it was. */
public interface Undoable {
    /** What puts the present state back. */
    Runnable undo();
}

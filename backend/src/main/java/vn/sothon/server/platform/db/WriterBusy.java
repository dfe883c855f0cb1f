package vn.sothon.server.platform.db;

/** Too much is waiting to be written: come again a little later. */
public final class WriterBusy extends RuntimeException {
    WriterBusy() {
        super("the write queue is full");
    }
}

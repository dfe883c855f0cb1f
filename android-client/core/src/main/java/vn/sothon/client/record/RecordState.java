package vn.sothon.client.record;

/** How a record stands, as the person sees it. */
public enum RecordState {
    SAVED_ON_PHONE,
    /** In a call at this moment; never stored, so that a crash reads as not sent. */
    SENDING,
    RECEIVED,
    /** With the server, which waits for something before it counts. */
    HELD,
    /** Kept here with its problems; the mended record is a new one. */
    REJECTED
}

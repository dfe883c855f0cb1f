package vn.sothon.client.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.SealedItem;

/** What the server has not answered for. Peek, do, settle: nothing leaves before the answer for that very item. */
public interface Outbox {
    /** A lone item that fails so often goes behind the others. */
    int PATIENCE = 5;

    /**
     * One waiting item.
     *
     * @param failures failed calls that carried it alone
     * @param stuck it failed so often that it stands behind the others and is shown
     */
    record Entry(UUID id, SealedItem item, int failures, boolean stuck) {}

    void add(UUID id);

    /** The next items to send, at most so many: those never stuck first, none that must wait longer. */
    List<Entry> peek(int limit, Instant now);

    /** Counts the attempt before it is made. */
    void attempted(List<UUID> ids);

    /** Writes the server's answer (not RETRY) into the record book and takes the item off the queue. */
    void settle(UUID id, Result answer);

    /** Leaves the item until then. */
    void postpone(UUID id, Instant notBefore, Result answer);

    /** Counts a failed call that carried only this item. */
    void failedAlone(UUID id);

    int size();

    /** Items that stand behind the others. */
    List<UUID> stuck();
}

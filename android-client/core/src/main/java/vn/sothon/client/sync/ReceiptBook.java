package vn.sothon.client.sync;

import java.time.Instant;
import java.util.List;
import vn.sothon.model.sync.Push.Receipt;

/** What the server's logs were told to be: a log rewritten later is contradicted by the phones that saw it before. */
public interface ReceiptBook {
    /** Two heads of the same entry: one of them was not the truth. */
    record Contradiction(String partition, long n, String head, String otherHead, Instant seenAt) {}

    /** Keeps the receipt if it is newer than the one kept; one that contradicts it is remembered beside it. */
    void note(Receipt receipt, Instant at);

    /** The newest receipt of each log. */
    List<Receipt> newest();

    List<Contradiction> contradictions();
}

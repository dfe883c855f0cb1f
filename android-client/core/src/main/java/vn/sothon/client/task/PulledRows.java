package vn.sothon.client.task;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Pull.Bucket;

/**
 * The server's feed as far as this phone has it. A rebuild is gathered beside the standing rows and takes their place at
 * one stroke, so that a long download over a bad line leaves the person's lists whole until the end.
 */
public interface PulledRows {
    Optional<PulledRow> find(String type, String id);

    /** All rows of a type, by id. */
    List<PulledRow> all(String type);

    /** Where the standing rows end; null: they must be built from nothing. */
    @Nullable
    String cursor();

    /** Puts a page of changes into the standing rows. */
    void apply(List<PulledRow> changes, List<Key> removed, String nextCursor);

    /** Where a begun rebuild goes on; null: none has begun. */
    @Nullable
    String stagedCursor();

    /** Puts a page aside for the rebuild. */
    void stage(List<PulledRow> changes, List<Key> removed, String nextCursor);

    /** Lets what was put aside take the place of the standing rows. */
    void swapIn(String nextCursor);

    /** Forgets the cursor and any begun rebuild; the standing rows stay until the next rebuild is whole. */
    void startAgain();

    /** Takes away everything that was pulled. */
    void wipe();

    /** Count and sum per type of the standing rows. */
    List<Bucket> digest();

    /** Names a row. */
    record Key(String type, String id) {}
}

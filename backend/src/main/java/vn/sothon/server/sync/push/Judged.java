package vn.sothon.server.sync.push;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Push.Result;
import vn.sothon.model.sync.ReadItem;

/** What an item's bytes alone say. */
sealed interface Judged {
    /** They hold. */
    record Holds(ReadItem item) implements Judged {}

    /** This id and this hash are stored: nothing needs to be verified again. */
    record SameAgain(UUID id) implements Judged {}

    /** They do not, or this server cannot read them yet. */
    record Answered(@Nullable UUID id, Result result) implements Judged {}
}

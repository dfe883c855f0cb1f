package vn.sothon.server.tie;

import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.TieView;

/**
 * How a record is tied now.
 *
 * @param tie absent where it is tied to nothing
 * @param by who decided so
 * @param reason why; of the tie, or of there being none
 */
public record RecordTie(@Nullable TieView tie, TieView.By by, TieView.Reason reason, long version) {}

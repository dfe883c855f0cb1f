package vn.sothon.client.record;

import java.util.List;
import vn.sothon.model.sync.Push.Problem;

/** How "Hoàn thành" ended. */
public sealed interface SealOutcome {
    /** In the book and in the outbox; the draft is gone. */
    record Sealed(BookedRecord record) implements SealOutcome {}

    /** The draft stays; each problem names the field to lead the person to. */
    record Incomplete(List<Problem> problems) implements SealOutcome {}

    /** A phone that belongs to no server has nobody to seal for; the draft stays. */
    record NotEnrolled() implements SealOutcome {}
}

package vn.sothon.server.record;

import java.util.List;
import vn.sothon.model.sync.Push.Problem;

/** What became of an arrival. */
public sealed interface Intake {
    /**
     * Stored now.
     *
     * @param changed every record whose status changed with it, itself first: those it supersedes, those it released
     * @param notes its notes
     */
    record Stored(StoredRecord record, List<StoredRecord> changed, List<String> notes) implements Intake {}

    /** It was here already, the same to the byte. */
    record Known(StoredRecord record) implements Intake {}

    /** Wrong for ever. */
    record Refused(List<Problem> problems) implements Intake {}
}

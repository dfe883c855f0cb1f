package vn.sothon.server.loan.importer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a roster changes in the loans a store holds. Once it is applied, the same roster changes nothing.
 *
 * @param added loans the store did not know
 * @param changed loans with another value in some column, reopened ones among them
 * @param unchanged numbers of loans that the roster confirms
 * @param closed loans to be closed with a reason, never deleted
 * @param closedBefore loans the roster lists as closed and the store never knew: nothing to do
 * @param unaccounted known loans that a full roster does not name, while some of its rows could not be read and may be
 *     theirs: left as they are
 */
public record RosterDiff(
        List<LoanRow> added,
        List<Changed> changed,
        List<String> unchanged,
        List<Closed> closed,
        List<LoanRow> closedBefore,
        List<String> unaccounted) {

    public record Changed(LoanRow row, List<FieldChange> fields) {
        public Changed {
            fields = List.copyOf(fields);
        }
    }

    public record FieldChange(RosterColumn column, @Nullable Object before, @Nullable Object after) {}

    public enum ClosedReason {
        GONE_FROM_FULL_ROSTER,
        CLOSED_IN_ROSTER
    }

    /**
     * A loan to be closed.
     *
     * @param row the roster's last word on the loan, to be stored with the closing; null when it is gone
     * @param openWork a draft or an obligation stays with the closed loan and has to be looked at
     */
    public record Closed(String loanNumber, ClosedReason reason, @Nullable LoanRow row, boolean openWork) {}

    public RosterDiff {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        unchanged = List.copyOf(unchanged);
        closed = List.copyOf(closed);
        closedBefore = List.copyOf(closedBefore);
        unaccounted = List.copyOf(unaccounted);
    }

    public boolean changesNothing() {
        return added.isEmpty() && changed.isEmpty() && closed.isEmpty();
    }
}

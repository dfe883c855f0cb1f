package vn.sothon.server.loan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.DueCheckRules.Changes;

/**
 * A loan that a roster brings or changes, or whose checks it changes.
 *
 * @param feedRows how many rows of the feed this is, at most
 */
record LoanStep(@Nullable StoredLoan before, StoredLoan after, int feedRows) {

    static LoanStep of(@Nullable StoredLoan before, StoredLoan after, Changes checks, List<DueCheck> existing) {
        if (before == null) {
            return new LoanStep(null, after, 1 + checks.size());
        }
        boolean seen = !before.looksLike(after);
        LoanStep step = new LoanStep(before, seen ? after.at(after.period(), before.version() + 1) : after, 0);
        int rows = step.isMoved() ? 2 * (1 + checks.size() + existing.size()) : (seen ? 1 : 0) + checks.size();
        return new LoanStep(before, step.after(), rows);
    }

    boolean isNew() {
        return before == null;
    }

    boolean isSeen() {
        return before == null || before.version() != after.version();
    }

    boolean isMoved() {
        return before != null && !before.standsWhere(after);
    }

    boolean isStored() {
        return !after.equals(before);
    }

    boolean isNothing() {
        return !isStored() && feedRows == 0;
    }

    /** Shares steps out among transactions of at most so many rows, so that pushes get their turn in between. */
    static List<List<LoanStep>> works(List<LoanStep> steps, int mostRows) {
        List<List<LoanStep>> works = new ArrayList<>();
        List<LoanStep> work = new ArrayList<>();
        int rows = 0;
        for (LoanStep step : steps) {
            int more = Math.max(1, step.feedRows());
            if (!work.isEmpty() && rows + more > mostRows) {
                works.add(work);
                work = new ArrayList<>();
                rows = 0;
            }
            work.add(step);
            rows += more;
        }
        if (!work.isEmpty()) {
            works.add(work);
        }
        return works;
    }
}

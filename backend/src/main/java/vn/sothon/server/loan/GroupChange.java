package vn.sothon.server.loan;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A group that a roster brings or changes. */
record GroupChange(@Nullable StoredGroup before, StoredGroup after) {

    /** The group as it shall be, with its next version; whether that is a change at all is asked of {@link #isNone}. */
    static GroupChange of(@Nullable StoredGroup before, StoredGroup wanted) {
        if (before == null) {
            return new GroupChange(null, wanted.asVersion(1));
        }
        StoredGroup same = wanted.asVersion(before.version());
        return new GroupChange(before, same.equals(before) ? before : same.asVersion(before.version() + 1));
    }

    /** The communes these groups lie in, and those they leave. */
    static Set<String> communes(List<GroupChange> changes) {
        Set<String> communes = new TreeSet<>();
        for (GroupChange change : changes) {
            communes.add(change.after().commune());
            if (change.before() != null) {
                communes.add(change.before().commune());
            }
        }
        return communes;
    }

    boolean isNone() {
        return after.equals(before);
    }

    boolean isNew() {
        return before == null;
    }
}

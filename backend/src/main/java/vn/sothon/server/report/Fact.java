package vn.sothon.server.report;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that counts, and what it counts as.
 *
 * @param id of the record, the check owed, or the recommendation
 * @param task the plan task it counts for
 * @param day decides the period: when the record was made, when the check is due
 * @param dueOn the day after which it is late, while it is open
 * @param marks what it adds one to, in order
 */
record Fact(
        Source source,
        String id,
        String commune,
        @Nullable String village,
        @Nullable String group,
        @Nullable String task,
        LocalDate day,
        @Nullable LocalDate dueOn,
        List<String> marks) {

    /** Where facts come from. */
    enum Source {
        RECORD,
        OBLIGATION,
        RECOMMENDATION
    }

    Fact {
        marks = List.copyOf(marks);
    }

    Key key() {
        return new Key(source, id);
    }

    /** What names a fact. */
    record Key(Source source, String id) {}
}

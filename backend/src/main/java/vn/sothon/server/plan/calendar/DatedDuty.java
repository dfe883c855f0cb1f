package vn.sothon.server.plan.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A report that is owed once, in one year.
 *
 * @param id the same whenever it is worked out again, and over the versions of a plan
 * @param areaCode the commune or province the plan governs
 * @param from who owes it, as the plan names them
 * @param due the last day, in Asia/Ho_Chi_Minh; absent where the plan names a year's report without a day
 * @param done absent while nobody has marked it
 */
public record DatedDuty(
        @JsonProperty("id") UUID id,
        @JsonProperty("planLine") UUID planLine,
        @JsonProperty("planTitle") String planTitle,
        @JsonProperty("areaCode") String areaCode,
        @JsonProperty("year") int year,
        @JsonProperty("due") @Nullable LocalDate due,
        @JsonProperty("from") List<String> from,
        @JsonProperty("to") List<String> to,
        @JsonProperty("text") String text,
        @JsonProperty("done") @Nullable DutyDone done) {

    public DatedDuty {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }

    public boolean isDone() {
        return done != null;
    }

    /** Not sent, and its last day is over. */
    public boolean isLate(LocalDate today) {
        return done == null && due != null && due.isBefore(today);
    }

    DatedDuty done(@Nullable DutyDone by) {
        return new DatedDuty(id, planLine, planTitle, areaCode, year, due, from, to, text, by);
    }
}

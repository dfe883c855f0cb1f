package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who reports to whom every year.
 *
 * @param by the day before which, {@code --MM-DD}; absent where the plan names none
 * @param text the plan's own words
 */
public record ReportingDuty(
        @JsonProperty("from") List<String> from,
        @JsonProperty("to") List<String> to,
        @JsonProperty("by") @Nullable String by,
        @JsonProperty("text") String text,
        @JsonProperty("source") SourceLines source) {

    public ReportingDuty {
        from = List.copyOf(from);
        to = List.copyOf(to);
    }
}

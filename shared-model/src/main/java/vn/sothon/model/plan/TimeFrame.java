package vn.sothon.model.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When a task is to be done.
 *
 * @param text as printed; absent where the document is silent
 * @param kind never absent; {@link Kind#NONE} where the document is silent
 * @param due the last day allowed, only for {@link Kind#BY_DATE}
 */
public record TimeFrame(
        @JsonProperty("text") @Nullable String text,
        @JsonProperty("kind") Kind kind,
        @JsonProperty("due") @Nullable LocalDate due) {

    public enum Kind {
        ONGOING,
        ANNUAL,
        ONGOING_ANNUAL,
        BY_DATE,
        BY_AGENCY_PLAN,
        NONE
    }
}

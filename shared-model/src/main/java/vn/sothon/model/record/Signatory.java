package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One signature under a paper. A drawn signature is evidence, not a digital signature (Law 20/2023/QH15).
 *
 * @param drawing SHA-256 of the attached drawing; absent where the person signs the print
 */
public record Signatory(
        @JsonProperty(value = "as", required = true) As as,
        @JsonProperty(value = "name", required = true) String name,
        @JsonProperty("position") @Nullable String position,
        @JsonProperty("drawing") @Nullable String drawing) {

    /** In which quality somebody signs. */
    public enum As {
        BORROWER,
        INSPECTOR,
        GROUP_LEADER,
        WITNESS,
        TEAM_HEAD,
        INSPECTED_UNIT,
        CHAIR,
        SECRETARY
    }
}

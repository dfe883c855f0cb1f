package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One finding.
 *
 * @param cause only with {@link FindingCode#OBJECTIVE_RISK}
 * @param damagePercent 0–100, only with {@link FindingCode#OBJECTIVE_RISK}
 */
public record Finding(
        @JsonProperty(value = "code", required = true) FindingCode code,
        @JsonProperty("cause") @Nullable ObjectiveCause cause,
        @JsonProperty("damagePercent") @Nullable Integer damagePercent,
        @JsonProperty("note") @Nullable String note) {

    /** Why a borrower lost what the loan had bought, through no fault of his own. */
    public enum ObjectiveCause {
        NATURAL_DISASTER,
        EPIDEMIC,
        ILLNESS_OR_ACCIDENT,
        DEATH_OR_MISSING,
        PRICE
    }

    public static Finding of(FindingCode code) {
        return new Finding(code, null, null, null);
    }
}

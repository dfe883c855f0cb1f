package vn.sothon.model.record;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** "From the file" of 06/TD: what the phone's roster showed when the check was made. Money in whole đồng. */
public record SeenLoan(
        @JsonProperty("memberName") @Nullable String memberName,
        @JsonProperty("programmeCode") @Nullable String programmeCode,
        @JsonProperty("disbursed") @Nullable Long disbursed,
        @JsonProperty("disbursedOn") @Nullable LocalDate disbursedOn,
        @JsonProperty("outstanding") @Nullable Long outstanding,
        @JsonProperty("purpose") @Nullable String purpose,
        @JsonProperty("groupName") @Nullable String groupName,
        @JsonProperty("rosterPeriod") @Nullable LocalDate rosterPeriod) {
    /** A loan that the phone's roster did not know. */
    public static final SeenLoan NOTHING = new SeenLoan(null, null, null, null, null, null, null, null);
}

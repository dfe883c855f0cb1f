package vn.sothon.model.loan;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of the feed that describe places, groups and loans. Money in whole đồng. */
public final class Views {
    private Views() {}

    public record Village(
            @JsonProperty(value = "code", required = true) String code,
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "communeCode", required = true) String communeCode) {}

    /**
     * A savings-and-loan group.
     *
     * @param association 11 ND, 12 PN, 13 CCB, 14 ĐTN
     */
    public record Group(
            @JsonProperty(value = "code", required = true) String code,
            @JsonProperty(value = "name", required = true) String name,
            @JsonProperty(value = "communeCode", required = true) String communeCode,
            @JsonProperty("villageCode") @Nullable String villageCode,
            @JsonProperty("association") @Nullable String association,
            @JsonProperty("leaderName") @Nullable String leaderName) {}

    /**
     * One loan.
     *
     * @param number 16 digits, text
     * @param status OPEN or CLOSED
     */
    public record Loan(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "number", required = true) String number,
            @JsonProperty(value = "communeCode", required = true) String communeCode,
            @JsonProperty("villageCode") @Nullable String villageCode,
            @JsonProperty("groupCode") @Nullable String groupCode,
            @JsonProperty(value = "borrowerName", required = true) String borrowerName,
            @JsonProperty("programmeCode") @Nullable String programmeCode,
            @JsonProperty("purpose") @Nullable String purpose,
            @JsonProperty("disbursed") @Nullable Long disbursed,
            @JsonProperty("disbursedOn") @Nullable LocalDate disbursedOn,
            @JsonProperty("dueOn") @Nullable LocalDate dueOn,
            @JsonProperty("outstanding") @Nullable Long outstanding,
            @JsonProperty("overdue") @Nullable Long overdue,
            @JsonProperty("status") String status,
            @JsonProperty("closedReason") @Nullable String closedReason,
            @JsonProperty("rosterPeriod") @Nullable LocalDate rosterPeriod) {}

    public record Programme(
            @JsonProperty(value = "code", required = true) String code,
            @JsonProperty(value = "name", required = true) String name) {}

    /**
     * What must be checked, and by when.
     *
     * @param loanId absent: the group itself is to be inspected
     * @param doneBy the record that did it
     * @param groupCode the group, where a person was asked
     * @param assignedTo the person who was asked; absent: whoever has to do with the place
     */
    public record Obligation(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty("loanId") @Nullable UUID loanId,
            @JsonProperty(value = "kind", required = true) String kind,
            @JsonProperty(value = "dueOn", required = true) LocalDate dueOn,
            @JsonProperty("doneBy") @Nullable UUID doneBy,
            @JsonProperty("groupCode") @Nullable String groupCode,
            @JsonProperty("assignedTo") @Nullable UUID assignedTo) {

        public Obligation(UUID id, @Nullable UUID loanId, String kind, LocalDate dueOn, @Nullable UUID doneBy) {
            this(id, loanId, kind, dueOn, doneBy, null, null);
        }
    }

    /**
     * What minutes ask to be done.
     *
     * @param responsible who, in the minutes' own words
     * @param followerId the person who sees to it now
     */
    public record Recommendation(
            @JsonProperty(value = "id", required = true) UUID id,
            @JsonProperty(value = "recordId", required = true) UUID recordId,
            @JsonProperty(value = "text", required = true) String text,
            @JsonProperty("deadline") @Nullable LocalDate deadline,
            @JsonProperty("responsible") @Nullable String responsible,
            @JsonProperty(value = "state", required = true) String state,
            @JsonProperty("followerId") @Nullable UUID followerId) {}
}

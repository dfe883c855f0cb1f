package vn.sothon.server.loan;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid5;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.platform.ledger.FeedChange;

/**
 * A check of the year's plan that somebody was asked to make.
 *
 * @param loanId absent: the group itself is inspected
 * @param doneBy the record that did it
 */
public record PlannedCheck(
        UUID id,
        int year,
        String communeCode,
        @Nullable String villageCode,
        @Nullable String groupCode,
        @Nullable UUID loanId,
        LocalDate dueOn,
        UUID assignedTo,
        @Nullable UUID doneBy,
        long version) {
    private static final UUID PLANNED = UUID.fromString("c2a7f6f2-53d4-5b2d-8b0e-0a3c7e8d51b9");

    /** The kind of obligation phones are told of. */
    enum Kind {
        YEAR_PLAN,
        GROUP_INSPECTION
    }

    static UUID ofLoan(UUID loanId, int year) {
        return Uuid5.of(PLANNED, "LOAN " + loanId + " " + year);
    }

    /** The nth inspection of a group in a year. */
    static UUID ofGroup(String groupCode, int year, int nth) {
        return Uuid5.of(PLANNED, "GROUP " + groupCode + " " + year + " " + nth);
    }

    public boolean isOpen() {
        return doneBy == null;
    }

    PlannedCheck done(@Nullable UUID recordId) {
        return new PlannedCheck(
                id, year, communeCode, villageCode, groupCode, loanId, dueOn, assignedTo, recordId, version + 1);
    }

    PlannedCheck to(UUID personId, LocalDate day) {
        return new PlannedCheck(
                id, year, communeCode, villageCode, groupCode, loanId, day, personId, doneBy, version + 1);
    }

    PlannedCheck at(StoredLoan loan) {
        return new PlannedCheck(
                id, year, loan.commune(), loan.village(), loan.group(), loanId, dueOn, assignedTo, doneBy, version + 1);
    }

    PlannedCheck at(StoredGroup group) {
        return new PlannedCheck(
                id, year, group.commune(), group.village(), groupCode, loanId, dueOn, assignedTo, doneBy, version + 1);
    }

    /** It is seen where its loan or group is; whose it is stands in it. */
    FeedChange feedRow() {
        Kind kind = loanId == null ? Kind.GROUP_INSPECTION : Kind.YEAR_PLAN;
        Views.Obligation view = new Views.Obligation(id, loanId, kind.name(), dueOn, doneBy, groupCode, assignedTo);
        return FeedChange.at(
                communeCode, Pull.Type.obligation, id.toString(), version, villageCode, groupCode, Json.write(view));
    }
}

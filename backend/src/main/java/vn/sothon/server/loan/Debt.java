package vn.sothon.server.loan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open loan that needs an eye on it. Money in whole đồng.
 *
 * @param kinds why
 * @param followerId who follows it
 * @param last what was agreed last
 */
public record Debt(
        UUID loanId,
        String number,
        String borrower,
        String communeCode,
        @Nullable String villageCode,
        @Nullable String groupCode,
        @Nullable String groupName,
        @Nullable String association,
        @Nullable Long outstanding,
        @Nullable Long overdue,
        @Nullable LocalDate overdueSince,
        @Nullable Long frozen,
        @Nullable LocalDate frozenUntil,
        @Nullable Long interestArrears,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate lastTransactionOn,
        Set<Kind> kinds,
        @Nullable UUID followerId,
        @Nullable Note last) {

    /** Why a loan needs an eye on it; the gravest first. */
    public enum Kind {
        OVERDUE,
        FROZEN,
        INACTIVE,
        DUE_SOON
    }

    /**
     * What was agreed with a borrower.
     *
     * @param agreedOn the day of the talk
     * @param promisedOn by when he will pay
     * @param promised how much
     * @param corrects the note this one takes the place of
     * @param correctedBy the note that took this one's place
     */
    public record Note(
            UUID id,
            UUID loanId,
            LocalDate agreedOn,
            String text,
            @Nullable LocalDate promisedOn,
            @Nullable Long promised,
            @Nullable UUID corrects,
            @Nullable UUID correctedBy,
            UUID personId,
            Instant madeAt) {

        public boolean stands() {
            return correctedBy == null;
        }
    }

    /** Whether a promise was made whose day has passed. */
    public boolean isPromisePast(LocalDate today) {
        return last != null && last.promisedOn() != null && last.promisedOn().isBefore(today);
    }
}

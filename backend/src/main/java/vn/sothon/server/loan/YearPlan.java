package vn.sothon.server.loan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be checked in a year, group by group.
 *
 * @param checksPerGroup how often each group is inspected
 */
public record YearPlan(int year, int checksPerGroup, List<Group> groups) {

    public YearPlan {
        groups = List.copyOf(groups);
    }

    /**
     * A group in the year.
     *
     * @param difficult its village or commune asks for a smaller share
     * @param inspections days on which it was inspected this year
     * @param assigned inspections that somebody was asked to make, done ones too
     * @param earlierLoans open loans paid out before the year
     * @param toCheck how many of those must be checked in the year
     * @param checked how many of those were
     * @param shared how many of those somebody was asked to check, done ones too
     */
    public record Group(
            String code,
            String name,
            String communeCode,
            @Nullable String villageCode,
            @Nullable String association,
            @Nullable String leaderName,
            boolean difficult,
            List<LocalDate> inspections,
            List<PlannedCheck> assigned,
            int earlierLoans,
            int toCheck,
            int checked,
            int shared) {

        public boolean isInspected(int perYear) {
            return inspections.size() >= perYear;
        }

        public boolean isDone(int perYear) {
            return isInspected(perYear) && checked >= toCheck;
        }

        /** Loans that must still be checked and that nobody was asked to check. */
        public int unshared() {
            return Math.max(0, toCheck - Math.max(checked, shared));
        }
    }

    /**
     * A loan of earlier years.
     *
     * @param checkedOn the last day of this year on which it was checked
     * @param planned who was asked to check it, and by when
     */
    public record Loan(
            UUID id,
            String number,
            String borrower,
            @Nullable LocalDate disbursedOn,
            @Nullable Long outstanding,
            @Nullable LocalDate checkedOn,
            @Nullable PlannedCheck planned) {}

    /** A group with its loans. */
    public record OneGroup(int year, int checksPerGroup, Group group, List<Loan> loans) {
        public OneGroup {
            loans = List.copyOf(loans);
        }
    }

    public int loansToCheck() {
        return groups.stream().mapToInt(Group::toCheck).sum();
    }

    /** Of those that must be checked; more than asked for in one group does not make up for another. */
    public int loansChecked() {
        return groups.stream()
                .mapToInt(group -> Math.min(group.checked(), group.toCheck()))
                .sum();
    }

    public int groupsInspected() {
        return (int) groups.stream()
                .filter(group -> group.isInspected(checksPerGroup))
                .count();
    }
}

package vn.sothon.server.loan.importer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Compares a roster's loans with those a store holds. Pure: the same two always give the same answer. */
public final class RosterComparison {
    /** Every column that a {@link LoanRow} carries but its number. */
    public static final Set<RosterColumn> ALL_FIELDS = Set.copyOf(EnumSet.complementOf(EnumSet.of(
            RosterColumn.LOAN_NUMBER,
            RosterColumn.LOAN_CODE,
            RosterColumn.REPORT_DATE,
            RosterColumn.SEQUENCE,
            RosterColumn.SAVINGS_BOOK,
            RosterColumn.LEADER_CODE,
            RosterColumn.LEADER_PHONE,
            RosterColumn.MEMBERS)));

    private final Roster roster;
    private final Set<RosterColumn> kept;
    private final Map<Integer, Set<RosterColumn>> unreadable = new HashMap<>();
    private final List<LoanRow> added = new ArrayList<>();
    private final List<RosterDiff.Changed> changed = new ArrayList<>();
    private final List<String> unchanged = new ArrayList<>();
    private final List<RosterDiff.Closed> closed = new ArrayList<>();
    private final List<LoanRow> closedBefore = new ArrayList<>();
    private final List<String> unaccounted = new ArrayList<>();

    private RosterComparison(Roster roster, Set<RosterColumn> kept) {
        this.roster = roster;
        this.kept = kept;
        for (RosterProblem problem : roster.problems()) {
            RosterColumn column = problem.column();
            if (column != null) {
                unreadable
                        .computeIfAbsent(problem.rowNumber(), row -> EnumSet.noneOf(RosterColumn.class))
                        .add(column);
            }
        }
    }

    /** With every field, and closing only loans of the communes (or groups) that the roster speaks of. */
    public static RosterDiff of(Roster roster, Collection<KnownLoan> known) {
        return of(roster, known, ALL_FIELDS, coveredBy(roster));
    }

    /**
     * Compares with what a particular store keeps.
     *
     * @param kept the columns that the store keeps; others are not compared
     * @param covered which known loans a full roster must name if they still exist
     */
    public static RosterDiff of(
            Roster roster, Collection<KnownLoan> known, Set<RosterColumn> kept, Predicate<KnownLoan> covered) {
        RosterComparison comparison = new RosterComparison(roster, kept);
        Map<String, KnownLoan> byNumber = new HashMap<>();
        known.forEach(loan -> byNumber.put(loan.loanNumber(), loan));
        roster.loans().forEach(row -> comparison.compare(row, byNumber.remove(row.loanNumber())));
        if (roster.kind().isFull()) {
            known.stream()
                    .filter(loan -> byNumber.containsKey(loan.loanNumber()) && loan.open() && covered.test(loan))
                    .forEach(comparison::gone);
        }
        return comparison.diff();
    }

    /** A loan of a commune that the roster names; of a group, where it names no communes. */
    static Predicate<KnownLoan> coveredBy(Roster roster) {
        Set<String> communes = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (LoanRow row : roster.loans()) {
            addIfPresent(communes, row.communeCode());
            addIfPresent(groups, row.groupCode());
        }
        return communes.isEmpty()
                ? loan -> contains(groups, loan.text(RosterColumn.GROUP_CODE))
                : loan -> contains(communes, loan.text(RosterColumn.COMMUNE_CODE));
    }

    private void compare(LoanRow row, @Nullable KnownLoan known) {
        boolean closedInRoster = row.status() == LoanStatus.CLOSED;
        if (known == null) {
            (closedInRoster ? closedBefore : added).add(row);
        } else if (closedInRoster && known.open()) {
            closed.add(new RosterDiff.Closed(
                    row.loanNumber(), RosterDiff.ClosedReason.CLOSED_IN_ROSTER, row, known.openWork()));
        } else {
            List<RosterDiff.FieldChange> changes = changes(row, known);
            if (changes.isEmpty()) {
                unchanged.add(row.loanNumber());
            } else {
                changed.add(new RosterDiff.Changed(row, changes));
            }
        }
    }

    private List<RosterDiff.FieldChange> changes(LoanRow row, KnownLoan known) {
        List<RosterDiff.FieldChange> changes = new ArrayList<>();
        RowValues values = row.values();
        for (RosterColumn column : RosterColumn.values()) {
            if (!kept.contains(column) || column == RosterColumn.STATUS) {
                continue;
            }
            Object before = known.values().get(column);
            Object after = values.get(column);
            boolean told = after != null || (roster.columns().contains(column) && !isUnreadable(row, column));
            if (told && !Objects.equals(before, after)) {
                changes.add(new RosterDiff.FieldChange(column, before, after));
            }
        }
        if (!known.open() && row.status() != LoanStatus.CLOSED) {
            changes.add(new RosterDiff.FieldChange(RosterColumn.STATUS, LoanStatus.CLOSED, LoanStatus.OPEN));
        }
        return changes;
    }

    private boolean isUnreadable(LoanRow row, RosterColumn column) {
        return unreadable.getOrDefault(row.rowNumber(), Set.of()).contains(column);
    }

    private void gone(KnownLoan loan) {
        boolean maybeIllegible = roster.skipped().stream().anyMatch(row -> mayBe(row, loan));
        if (maybeIllegible) {
            unaccounted.add(loan.loanNumber());
        } else {
            closed.add(new RosterDiff.Closed(
                    loan.loanNumber(), RosterDiff.ClosedReason.GONE_FROM_FULL_ROSTER, null, loan.openWork()));
        }
    }

    private static boolean mayBe(SkippedRow row, KnownLoan loan) {
        if (row.loanNumber() != null) {
            return row.loanNumber().equals(loan.loanNumber());
        }
        String customer = loan.text(RosterColumn.CUSTOMER_CODE);
        return row.customerCode() == null
                || customer == null
                || row.customerCode().equals(customer);
    }

    private RosterDiff diff() {
        return new RosterDiff(added, changed, unchanged, closed, closedBefore, unaccounted);
    }

    private static void addIfPresent(Set<String> set, @Nullable String value) {
        if (value != null) {
            set.add(value);
        }
    }

    private static boolean contains(Set<String> set, @Nullable String value) {
        return value != null && set.contains(value);
    }
}

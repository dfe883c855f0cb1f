package vn.sothon.server.loan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.RosterFindings.Code;
import vn.sothon.server.loan.importer.KnownLoan;
import vn.sothon.server.loan.importer.LoanRow;
import vn.sothon.server.loan.importer.Roster;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.loan.importer.RosterComparison;
import vn.sothon.server.loan.importer.RosterDiff;
import vn.sothon.server.loan.importer.RosterKind;

/**
 * Turns a comparison into loans as they shall be stored.
 *
 * @param fits whether a loan's village is one of its commune
 */
record LoanChanges(
        Predicate<StoredLoan> fits,
        RosterKind kind,
        LocalDate period,
        Map<String, StoredLoan> known,
        Map<UUID, List<DueCheck>> checks,
        DueCheckRules rules) {
    private static final String CHECK_OWED = "_CHECK_OWED";

    LoanPlan plan(
            Roster roster,
            RosterDiff diff,
            List<GroupChange> groups,
            Map<String, String> programmes,
            int leftOut,
            RosterFindings findings) {
        List<LoanStep> steps = new ArrayList<>();
        List<UUID> confirmed = new ArrayList<>();
        List<RosterOutcome.Closed> closed = new ArrayList<>();
        diff.added().forEach(row -> steps.add(added(row)));
        diff.changed().forEach(change -> steps.add(changed(change)));
        Map<String, List<RosterDiff.FieldChange>> lastWords = lastWords(roster, diff);
        for (RosterDiff.Closed closing : diff.closed()) {
            steps.add(closed(closing, lastWords.getOrDefault(closing.loanNumber(), List.of())));
            closed.add(new RosterOutcome.Closed(closing.loanNumber(), reason(closing)));
            if (closing.openWork()) {
                LoanRow row = closing.row();
                findings.add(Code.CLOSED_WITH_CHECK_OWED, row == null ? 0 : row.rowNumber(), closing.loanNumber());
            }
        }
        for (String number : diff.unchanged()) {
            StoredLoan loan = Objects.requireNonNull(known.get(number));
            LoanStep step = step(loan, loan);
            if (!step.isNothing()) {
                steps.add(step);
            }
            if (setsPeriod() && !period.equals(loan.period())) {
                confirmed.add(loan.id());
            }
        }
        return new LoanPlan(diff, steps, confirmed, closed, groups, programmes, leftOut, rules);
    }

    private LoanStep added(LoanRow row) {
        StoredLoan loan = new StoredLoan(
                LoanIds.of(row.loanNumber()),
                row.loanNumber(),
                row.values().asMap(),
                true,
                null,
                setsPeriod() ? period : null,
                1);
        return LoanStep.of(null, loan, rules.changes(loan, List.of()), List.of());
    }

    private LoanStep changed(RosterDiff.Changed change) {
        StoredLoan before = Objects.requireNonNull(known.get(change.row().loanNumber()));
        boolean reopened = change.fields().stream().anyMatch(field -> field.column() == RosterColumn.STATUS);
        boolean open = before.open() || reopened;
        return step(before, with(before, change.fields(), open, open ? null : before.closedReason()));
    }

    private LoanStep closed(RosterDiff.Closed closing, List<RosterDiff.FieldChange> lastWords) {
        StoredLoan before = Objects.requireNonNull(known.get(closing.loanNumber()));
        return step(before, with(before, lastWords, false, reason(closing)));
    }

    private LoanStep step(StoredLoan before, StoredLoan after) {
        List<DueCheck> existing = checks.getOrDefault(before.id(), List.of());
        return LoanStep.of(before, after, rules.changes(after, existing), existing);
    }

    private StoredLoan with(
            StoredLoan before, List<RosterDiff.FieldChange> fields, boolean open, @Nullable String reason) {
        EnumMap<RosterColumn, Object> facts = new EnumMap<>(RosterColumn.class);
        facts.putAll(before.facts());
        for (RosterDiff.FieldChange field : fields) {
            if (field.after() == null) {
                facts.remove(field.column());
            } else {
                facts.put(field.column(), field.after());
            }
        }
        StoredLoan after = new StoredLoan(
                before.id(),
                before.number(),
                facts,
                open,
                reason,
                setsPeriod() ? period : before.period(),
                before.version());
        if (fits.test(after)) {
            return after;
        }
        // Only the commune was told, and the village known so far is not one of it.
        facts.remove(RosterColumn.VILLAGE_CODE);
        return new StoredLoan(after.id(), after.number(), facts, open, reason, after.period(), after.version());
    }

    /** What the roster says of the loans it closes, compared once more as if they were closed already. */
    private Map<String, List<RosterDiff.FieldChange>> lastWords(Roster roster, RosterDiff diff) {
        List<KnownLoan> asClosed = new ArrayList<>();
        for (RosterDiff.Closed closing : diff.closed()) {
            StoredLoan loan = Objects.requireNonNull(known.get(closing.loanNumber()));
            if (closing.row() != null) {
                asClosed.add(new KnownLoan(loan.number(), loan.facts(), false, closing.openWork()));
            }
        }
        Map<String, List<RosterDiff.FieldChange>> words = new HashMap<>();
        if (!asClosed.isEmpty()) {
            RosterComparison.of(roster, asClosed, LoanField.COLUMNS, loan -> false)
                    .changed()
                    .forEach(change -> words.put(change.row().loanNumber(), change.fields()));
        }
        return words;
    }

    private static String reason(RosterDiff.Closed closing) {
        return closing.reason() + (closing.openWork() ? CHECK_OWED : "");
    }

    /** Reports of some loans come on days of their own; a full one of an earlier day still says more. */
    private boolean setsPeriod() {
        return kind == RosterKind.CREDIT_FILE_31 || kind == RosterKind.STATEMENT_10;
    }
}

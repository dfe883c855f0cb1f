package vn.sothon.server.loan.importer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.importer.RosterProblem.Code;

/**
 * Makes one of the rows that tell of the same thing.
 *
 * <p>The bank's extract repeats a loan once per savings book of its customer: what is owed counts once, what is saved
 * adds up. Rows that disagree on what is owed are not merged: the first stands, the later is reported.
 */
final class DuplicateRows {
    private static final Set<RosterColumn> OF_ONE_ROW = EnumSet.of(
            RosterColumn.SEQUENCE, RosterColumn.REPORT_DATE, RosterColumn.SAVINGS, RosterColumn.SAVINGS_BOOK);
    /** Columns in which two wordings of the same thing do no harm. */
    private static final Set<RosterColumn> DESCRIPTIVE = EnumSet.of(
            RosterColumn.SPOUSE_NAME,
            RosterColumn.PHONE,
            RosterColumn.LEADER_PHONE,
            RosterColumn.GROUP_NAME,
            RosterColumn.ASSOCIATION_NAME,
            RosterColumn.COMMUNE_NAME,
            RosterColumn.VILLAGE_NAME,
            RosterColumn.PROGRAMME_NAME,
            RosterColumn.PURPOSE,
            RosterColumn.LAST_TRANSACTION_ON);

    private final List<RosterProblem> problems;
    private final Map<String, Held> held = new LinkedHashMap<>();

    /** A row kept, with what was merged into it. */
    static final class Held {
        private final String key;
        private final int rowNumber;
        private final RowValues values;
        private final Map<String, Long> savingsByBook = new LinkedHashMap<>();
        private final List<Integer> mergedRows = new ArrayList<>();
        private long outstandingNotCountedAgain;

        private Held(String key, int rowNumber, RowValues values) {
            this.key = key;
            this.rowNumber = rowNumber;
            this.values = values;
            Long savings = values.money(RosterColumn.SAVINGS);
            if (savings != null) {
                savingsByBook.put(book(values), savings);
            }
        }

        int rowNumber() {
            return rowNumber;
        }

        RowValues values() {
            return values;
        }

        Map<String, Long> savingsByBook() {
            return savingsByBook;
        }
    }

    DuplicateRows(List<RosterProblem> problems) {
        this.problems = problems;
    }

    void add(String key, int rowNumber, RowValues values) {
        Held first = held.get(key);
        if (first == null) {
            held.put(key, new Held(key, rowNumber, values));
        } else if (agree(first, rowNumber, values)) {
            merge(first, rowNumber, values);
        }
    }

    Collection<Held> rows() {
        return held.values();
    }

    List<MergedRows> merged() {
        return held.values().stream()
                .filter(row -> !row.mergedRows.isEmpty())
                .map(row -> new MergedRows(row.key, row.rowNumber, row.mergedRows, row.outstandingNotCountedAgain))
                .toList();
    }

    private boolean agree(Held first, int rowNumber, RowValues values) {
        for (RosterColumn column : values.columns()) {
            Object ours = first.values.get(column);
            Object theirs = values.get(column);
            if (!OF_ONE_ROW.contains(column) && ours != null && theirs != null && !same(ours, theirs)) {
                boolean grave = !DESCRIPTIVE.contains(column);
                problems.add(
                        new RosterProblem(rowNumber, column, Code.DUPLICATE_CONFLICT, String.valueOf(theirs), grave));
                if (grave) {
                    return false;
                }
            }
        }
        Long known = first.savingsByBook.get(book(values));
        Long savings = values.money(RosterColumn.SAVINGS);
        if (known != null && savings != null && !known.equals(savings)) {
            problems.add(new RosterProblem(
                    rowNumber, RosterColumn.SAVINGS, Code.DUPLICATE_CONFLICT, String.valueOf(savings), true));
            return false;
        }
        return true;
    }

    private static void merge(Held first, int rowNumber, RowValues values) {
        for (RosterColumn column : EnumSet.complementOf(EnumSet.copyOf(OF_ONE_ROW))) {
            if (first.values.get(column) == null) {
                first.values.with(column, values.get(column));
            }
        }
        Long savings = values.money(RosterColumn.SAVINGS);
        if (savings != null) {
            first.savingsByBook.putIfAbsent(book(values), savings);
            first.values.with(
                    RosterColumn.SAVINGS,
                    first.savingsByBook.values().stream()
                            .mapToLong(Long::longValue)
                            .sum());
        }
        first.mergedRows.add(rowNumber);
        first.outstandingNotCountedAgain += values.moneyOrZero(RosterColumn.OUTSTANDING);
    }

    /** Without a book's number two equal balances are taken for one book listed twice. */
    private static String book(RowValues values) {
        String number = values.text(RosterColumn.SAVINGS_BOOK);
        @Nullable Long savings = values.money(RosterColumn.SAVINGS);
        return number == null ? "balance " + savings : "book " + number;
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof String first && b instanceof String second) {
            return first.equals(second) || PlainLetters.words(first).equals(PlainLetters.words(second));
        }
        return Objects.equals(a, b);
    }
}

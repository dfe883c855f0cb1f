package vn.sothon.server.loan.importer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.importer.RosterProblem.Code;

/** Collects the rows of one table and draws up the roster once the last is read. */
final class RosterGathering {
    private record DoubtfulLoan(int rowNumber, RowValues values) {}

    private record Period(@Nullable LocalDate day, @Nullable PeriodSource source) {}

    private final RosterTable table;
    private final List<RosterProblem> problems;
    private final DuplicateRows loans;
    private final DuplicateRows customers;
    private final DuplicateRows leaders;
    private final List<DoubtfulLoan> doubtful = new ArrayList<>();
    private final List<SkippedRow> skipped = new ArrayList<>();
    private final Map<LocalDate, Integer> reportDays = new HashMap<>();
    private final Map<LocalDate, Integer> firstRowOfDay = new HashMap<>();
    private boolean columnProven;
    private int rowsRead;

    RosterGathering(RosterTable table, List<RosterProblem> problems) {
        this.table = table;
        this.problems = problems;
        this.loans = new DuplicateRows(problems);
        this.customers = new DuplicateRows(problems);
        this.leaders = new DuplicateRows(problems);
    }

    int rowsRead() {
        return rowsRead;
    }

    void add(RowReader.Reading reading) {
        if (reading instanceof RowReader.Reading.NoData) {
            return;
        }
        rowsRead++;
        if (reading instanceof RowReader.Reading.Loan loan) {
            noteDay(loan.rowNumber(), loan.values());
            addLoan(loan);
        } else if (reading instanceof RowReader.Reading.Customer customer) {
            noteDay(customer.rowNumber(), customer.values());
            customers.add(
                    identity(customer.values(), RosterColumn.CUSTOMER_CODE), customer.rowNumber(), customer.values());
        } else if (reading instanceof RowReader.Reading.GroupLeader leader) {
            noteDay(leader.rowNumber(), leader.values());
            String group = leader.values().text(RosterColumn.GROUP_CODE);
            String key = group == null ? identity(leader.values(), RosterColumn.LEADER_CODE) : group;
            leaders.add(key, leader.rowNumber(), leader.values());
        } else if (reading instanceof RowReader.Reading.Skipped bad) {
            skipped.add(bad.row());
        }
    }

    Roster roster(String fileName) {
        settleDoubtful();
        Period period = period(fileName);
        List<MergedRows> merged = new ArrayList<>(loans.merged());
        merged.addAll(customers.merged());
        merged.addAll(leaders.merged());
        problems.sort(Comparator.comparingInt(RosterProblem::rowNumber));
        skipped.sort(Comparator.comparingInt(SkippedRow::rowNumber));
        return new Roster(
                table.kind(),
                period.day(),
                period.source(),
                columns(),
                rowsRead,
                loans.rows().stream()
                        .map(row -> LoanRow.of(row.rowNumber(), row.values()))
                        .toList(),
                customers.rows().stream()
                        .map(row -> CustomerRow.of(row.rowNumber(), row.values()))
                        .toList(),
                leaders.rows().stream()
                        .map(row -> GroupLeaderRow.of(row.rowNumber(), row.values()))
                        .toList(),
                problems,
                skipped,
                merged,
                sums());
    }

    private void addLoan(RowReader.Reading.Loan loan) {
        switch (loan.number().certainty()) {
            case EXACT -> loans.add(loan.number().digits(), loan.rowNumber(), loan.values());
            case EXACT_AND_PROVES_COLUMN -> {
                columnProven = true;
                loans.add(loan.number().digits(), loan.rowNumber(), loan.values());
            }
            case NEEDS_PROOF -> doubtful.add(new DoubtfulLoan(loan.rowNumber(), loan.values()));
        }
    }

    private void settleDoubtful() {
        for (DoubtfulLoan loan : doubtful) {
            String number = identity(loan.values(), RosterColumn.LOAN_NUMBER);
            if (columnProven) {
                loans.add(number, loan.rowNumber(), loan.values());
            } else {
                RosterColumn column = Objects.requireNonNull(table.loanNumberColumn());
                problems.add(new RosterProblem(loan.rowNumber(), column, Code.LOAN_NUMBER_DIGITS_LOST, number, true));
                skipped.add(new SkippedRow(loan.rowNumber(), null, loan.values().text(RosterColumn.CUSTOMER_CODE)));
            }
        }
    }

    private void noteDay(int rowNumber, RowValues values) {
        LocalDate day = values.day(RosterColumn.REPORT_DATE);
        if (day != null) {
            reportDays.merge(day, 1, Integer::sum);
            firstRowOfDay.putIfAbsent(day, rowNumber);
        }
    }

    private Period period(String fileName) {
        LocalDate most = reportDays.entrySet().stream()
                .max(Map.Entry.<LocalDate, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
        if (most != null) {
            firstRowOfDay.forEach((day, row) -> {
                if (!day.equals(most)) {
                    problems.add(new RosterProblem(
                            row, RosterColumn.REPORT_DATE, Code.OTHER_PERIOD, String.valueOf(day), false));
                }
            });
            return new Period(most, PeriodSource.COLUMN);
        }
        LocalDate titled = PeriodWords.loaded().inTitles(table.titles());
        if (titled != null) {
            return new Period(titled, PeriodSource.TITLE);
        }
        LocalDate named = PeriodWords.loaded().inFileName(fileName);
        return new Period(named, named == null ? null : PeriodSource.FILE_NAME);
    }

    private Set<RosterColumn> columns() {
        Set<RosterColumn> columns = new HashSet<>(table.columns().keySet());
        if (columns.remove(RosterColumn.LOAN_CODE)) {
            columns.add(RosterColumn.LOAN_NUMBER);
        }
        return columns;
    }

    private RosterSums sums() {
        long disbursed = 0;
        long outstanding = 0;
        long overdue = 0;
        long frozen = 0;
        long arrears = 0;
        int open = 0;
        Map<String, Map<String, Long>> savings = new HashMap<>();
        for (DuplicateRows.Held row : loans.rows()) {
            RowValues values = row.values();
            disbursed += values.moneyOrZero(RosterColumn.DISBURSED_AMOUNT);
            outstanding += values.moneyOrZero(RosterColumn.OUTSTANDING);
            overdue += values.moneyOrZero(RosterColumn.OVERDUE);
            frozen += values.moneyOrZero(RosterColumn.FROZEN);
            arrears += values.moneyOrZero(RosterColumn.INTEREST_ARREARS);
            open += values.status() == LoanStatus.CLOSED ? 0 : 1;
            String owner = values.text(RosterColumn.CUSTOMER_CODE);
            String key = owner == null ? identity(values, RosterColumn.LOAN_NUMBER) : owner;
            savings.computeIfAbsent(key, ignored -> new HashMap<>()).putAll(row.savingsByBook());
        }
        for (DuplicateRows.Held row : customers.rows()) {
            savings.computeIfAbsent(identity(row.values(), RosterColumn.CUSTOMER_CODE), ignored -> new HashMap<>())
                    .putAll(row.savingsByBook());
        }
        long saved = savings.values().stream()
                .flatMap(books -> books.values().stream())
                .mapToLong(Long::longValue)
                .sum();
        int owners = table.has(RosterColumn.CUSTOMER_CODE) ? savings.size() : 0;
        return new RosterSums(
                loans.rows().size(), open, owners, disbursed, outstanding, overdue, frozen, arrears, saved);
    }

    private static String identity(RowValues values, RosterColumn column) {
        return Objects.requireNonNull(values.text(column), () -> column.name());
    }
}

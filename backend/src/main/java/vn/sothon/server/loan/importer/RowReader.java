package vn.sothon.server.loan.importer;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.importer.RosterProblem.Code;

/** Reads the data rows of one table; what is wrong goes to the list of problems. */
final class RowReader {
    /** What a row turned out to be. */
    sealed interface Reading {
        record Loan(int rowNumber, RowValues values, LoanNumberCell number) implements Reading {}

        record Customer(int rowNumber, RowValues values) implements Reading {}

        record GroupLeader(int rowNumber, RowValues values) implements Reading {}

        record Skipped(SkippedRow row) implements Reading {}

        /** An empty row, a total, a page heading, a signature: no data. */
        record NoData() implements Reading {}
    }

    private static final Reading NO_DATA = new Reading.NoData();
    private static final Set<RosterColumn> IDENTITY = EnumSet.of(
            RosterColumn.LOAN_NUMBER, RosterColumn.LOAN_CODE, RosterColumn.CUSTOMER_CODE, RosterColumn.LEADER_CODE);

    private final RosterTable table;
    private final CellReader cells;
    private final List<RosterProblem> problems;
    private final RosterWords words = RosterWords.loaded();
    private final Set<String> unknownStatuses = new HashSet<>();

    RowReader(RosterTable table, CellReader cells, List<RosterProblem> problems) {
        this.table = table;
        this.cells = cells;
        this.problems = problems;
    }

    Reading read(SourceRow row) {
        if (!holdsData(row)) {
            return NO_DATA;
        }
        RosterColumn loan = table.loanNumberColumn();
        return loan == null ? readGroupLeader(row) : readLoan(row, loan);
    }

    private Reading readLoan(SourceRow row, RosterColumn loan) {
        SheetCell cell = table.cell(row, loan);
        if (cell.isBlank() || cell.text().equals("0")) {
            return readWithoutLoan(row, loan);
        }
        LoanNumberCell number;
        try {
            if (cell.isFaulty()) {
                cells.read(loan, cell);
            }
            number = LoanNumberCell.read(cell);
        } catch (CellFault fault) {
            return skip(row, loan, fault.code(), fault.text(), null);
        }
        RowValues values = new RowValues().with(RosterColumn.LOAN_NUMBER, number.digits());
        RosterProblem fatal = fill(row, values, required());
        if (fatal != null) {
            problems.add(fatal);
            return skipped(row, number.digits());
        }
        return new Reading.Loan(row.number(), values, number);
    }

    private Reading readWithoutLoan(SourceRow row, RosterColumn loan) {
        boolean savingsOnly = table.kind() == RosterKind.CREDIT_FILE_31
                && owesNothing(row, RosterColumn.OUTSTANDING)
                && owesNothing(row, RosterColumn.DISBURSED_AMOUNT)
                && !table.cell(row, RosterColumn.CUSTOMER_CODE).isBlank();
        if (!savingsOnly) {
            return skip(row, loan, Code.MISSING_LOAN_NUMBER, "", null);
        }
        RowValues values = new RowValues();
        RosterProblem fatal = fill(row, values, EnumSet.of(RosterColumn.CUSTOMER_CODE));
        if (fatal != null) {
            problems.add(fatal);
            return skipped(row, null);
        }
        return new Reading.Customer(row.number(), values);
    }

    private Reading readGroupLeader(SourceRow row) {
        RowValues values = new RowValues();
        RosterProblem fatal = fill(row, values, EnumSet.of(RosterColumn.LEADER_CODE, RosterColumn.LEADER_NAME));
        if (fatal != null) {
            problems.add(fatal);
            return skipped(row, null);
        }
        return new Reading.GroupLeader(row.number(), values);
    }

    private Set<RosterColumn> required() {
        return switch (table.kind()) {
            case CREDIT_FILE_31, STATEMENT_10 -> EnumSet.of(RosterColumn.CUSTOMER_CODE, RosterColumn.OUTSTANDING);
            case OVERDUE_2 -> EnumSet.of(RosterColumn.OVERDUE);
            case FROZEN_13 -> EnumSet.of(RosterColumn.FROZEN);
            case INACTIVE_14, GROUP_LEADERS_12 -> EnumSet.noneOf(RosterColumn.class);
        };
    }

    /** Reads every column but the loan number; answers the first fault that costs the whole row. */
    private @Nullable RosterProblem fill(SourceRow row, RowValues values, Set<RosterColumn> required) {
        for (RosterColumn column : table.columns().keySet()) {
            if (column == RosterColumn.LOAN_NUMBER
                    || column == RosterColumn.LOAN_CODE
                    || column == RosterColumn.SEQUENCE) {
                continue;
            }
            try {
                values.with(column, cells.read(column, table.cell(row, column)));
            } catch (CellFault fault) {
                boolean fatal = required.contains(column);
                RosterProblem problem = new RosterProblem(row.number(), column, fault.code(), fault.text(), fatal);
                if (fatal) {
                    return problem;
                }
                problems.add(problem);
            }
        }
        complete(row, values);
        for (RosterColumn column : required) {
            boolean empty =
                    values.get(column) == null || table.cell(row, column).isBlank();
            boolean repaid = column == RosterColumn.OUTSTANDING && values.status() == LoanStatus.CLOSED;
            if (empty && repaid) {
                values.with(column, 0L);
            } else if (empty) {
                return new RosterProblem(row.number(), column, Code.MISSING_VALUE, "", true);
            }
        }
        return null;
    }

    private void complete(SourceRow row, RowValues values) {
        String association = values.text(RosterColumn.ASSOCIATION_NAME);
        if (values.text(RosterColumn.ASSOCIATION_CODE) == null && association != null) {
            values.with(RosterColumn.ASSOCIATION_CODE, words.associationCode(association));
        }
        String programme = values.text(RosterColumn.PROGRAMME_NAME);
        if (values.text(RosterColumn.PROGRAMME_CODE) == null && programme != null) {
            values.with(RosterColumn.PROGRAMME_CODE, words.programmeCode(programme));
        }
        SheetCell status = table.cell(row, RosterColumn.STATUS);
        if (values.status() == LoanStatus.UNKNOWN && !status.isBlank() && unknownStatuses.add(status.text())) {
            problems.add(
                    new RosterProblem(row.number(), RosterColumn.STATUS, Code.UNKNOWN_STATUS, status.text(), false));
        }
    }

    private boolean owesNothing(SourceRow row, RosterColumn column) {
        SheetCell cell = table.cell(row, column);
        if (cell.isBlank()) {
            return true;
        }
        try {
            return Long.valueOf(0).equals(cells.read(column, cell));
        } catch (CellFault fault) {
            return false;
        }
    }

    private boolean holdsData(SourceRow row) {
        RosterColumn loan = table.loanNumberColumn();
        boolean numbered = loan != null && isIdentity(table.cell(row, loan));
        if (!numbered && isTotal(row)) {
            return false;
        }
        int filled = 0;
        boolean identified = false;
        for (RosterColumn column : table.columns().keySet()) {
            SheetCell cell = table.cell(row, column);
            filled += cell.isBlank() ? 0 : 1;
            identified |= IDENTITY.contains(column) && isIdentity(cell);
        }
        return identified ? !isNumberingOfColumns(row) : filled > 1 && !repeatsHeadings(row);
    }

    private static boolean isIdentity(SheetCell cell) {
        return cell.isFaulty() || cell.text().chars().anyMatch(Character::isDigit);
    }

    private boolean isTotal(SourceRow row) {
        for (int i = 0; i < row.width(); i++) {
            SheetCell cell = row.cell(i);
            if (cell.sort() == SheetCell.Sort.TEXT && words.beginsTotalRow(cell.text())) {
                return true;
            }
        }
        return false;
    }

    private boolean repeatsHeadings(SourceRow row) {
        return table.columns().entrySet().stream()
                .filter(entry -> IDENTITY.contains(entry.getKey()))
                .anyMatch(entry -> entry.getKey()
                        == Headings.loaded().column(row.cell(entry.getValue()).text()));
    }

    /** The line "(1) (2) (3)" that reports print under their headings. */
    private boolean isNumberingOfColumns(SourceRow row) {
        if (row.number() > table.headingRow() + 2) {
            return false;
        }
        return table.columns().values().stream()
                .map(row::cell)
                .filter(cell -> !cell.isBlank())
                .allMatch(cell -> cell.text().length() <= 5 && cell.text().matches("\\(?\\d{1,3}\\)?|\\(?\\p{Lu}\\)?"));
    }

    private Reading skip(SourceRow row, RosterColumn column, Code code, String text, @Nullable String loanNumber) {
        problems.add(new RosterProblem(row.number(), column, code, text, true));
        return skipped(row, loanNumber);
    }

    private Reading skipped(SourceRow row, @Nullable String loanNumber) {
        String customer = null;
        try {
            customer = (String) cells.read(RosterColumn.CUSTOMER_CODE, table.cell(row, RosterColumn.CUSTOMER_CODE));
        } catch (CellFault fault) {
            // The row is reported already; its customer stays unknown.
            customer = null;
        }
        return new Reading.Skipped(new SkippedRow(row.number(), loanNumber, customer));
    }
}

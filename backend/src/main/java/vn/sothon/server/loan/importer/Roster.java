package vn.sothon.server.loan.importer;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a roster file says, duplicates merged, bad rows left out and named.
 *
 * @param period the day it speaks of; null when neither a column, the title nor the file's name tells, and a person
 *     has to be asked
 * @param columns the columns that were recognised; a column not among them says nothing about any loan
 * @param rowsRead data rows met, the bad and the merged included, totals and page headings not
 */
public record Roster(
        RosterKind kind,
        @Nullable LocalDate period,
        @Nullable PeriodSource periodSource,
        Set<RosterColumn> columns,
        int rowsRead,
        List<LoanRow> loans,
        List<CustomerRow> customersWithSavingsOnly,
        List<GroupLeaderRow> groupLeaders,
        List<RosterProblem> problems,
        List<SkippedRow> skipped,
        List<MergedRows> merged,
        RosterSums sums) {
    public Roster {
        columns = Set.copyOf(columns);
        loans = List.copyOf(loans);
        customersWithSavingsOnly = List.copyOf(customersWithSavingsOnly);
        groupLeaders = List.copyOf(groupLeaders);
        problems = List.copyOf(problems);
        skipped = List.copyOf(skipped);
        merged = List.copyOf(merged);
    }

    public boolean needsPeriod() {
        return period == null;
    }

    /** The same roster for the day a person named; a person's word stands above the file's. */
    public Roster forPeriod(LocalDate day) {
        return new Roster(
                kind,
                day,
                PeriodSource.PERSON,
                columns,
                rowsRead,
                loans,
                customersWithSavingsOnly,
                groupLeaders,
                problems,
                skipped,
                merged,
                sums);
    }
}

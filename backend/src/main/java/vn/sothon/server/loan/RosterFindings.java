package vn.sothon.server.loan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import vn.sothon.server.loan.RosterOutcome.Problem;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.loan.importer.RosterProblem;

/** What was wrong with a roster once it met the store; the same fault in many rows is one entry with their count. */
final class RosterFindings {
    enum Code {
        /** No area has the code; the loan is kept, in its group's village if that is known. */
        VILLAGE_UNKNOWN,
        /** Rows left out: nothing tells in which commune the loan lies. */
        COMMUNE_UNKNOWN,
        /** The village lies in another commune than the row says; the village is believed. */
        VILLAGE_ELSEWHERE,
        /** A report of some loans names one that no full roster has brought. */
        LOAN_UNKNOWN,
        GROUP_UNKNOWN,
        /** A newer roster has told of these loans already. */
        OLDER_THAN_KNOWN,
        /** A full roster lacks most loans of a commune: it is of another place, and closes nothing there. */
        MOST_LOANS_MISSING,
        CLOSED_WITH_CHECK_OWED
    }

    private record Key(Code code, String text) {}

    private final List<Problem> single = new ArrayList<>();
    private final Map<Key, Problem> counted = new LinkedHashMap<>();

    void addAll(List<RosterProblem> problems) {
        for (RosterProblem problem : problems) {
            RosterColumn column = problem.column();
            single.add(new Problem(
                    problem.rowNumber(),
                    1,
                    column == null ? null : column.name(),
                    problem.code().name(),
                    problem.text()));
        }
    }

    /** One more row with that fault. */
    void add(Code code, int row, String text) {
        counted.merge(
                new Key(code, text),
                new Problem(row, 1, null, code.name(), text),
                (first, again) -> new Problem(first.row(), first.rows() + 1, null, first.code(), first.text()));
    }

    /** By row; what concerns no row comes last. */
    List<Problem> all() {
        return Stream.concat(single.stream(), counted.values().stream())
                .sorted((a, b) -> Integer.compareUnsigned(a.row() - 1, b.row() - 1))
                .toList();
    }
}

package vn.sothon.server.loan.importer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table found on a sheet: what report it is, where its columns stand, and the lines above it. */
record RosterTable(RosterKind kind, Map<RosterColumn, Integer> columns, int headingRow, List<String> titles) {
    private static final int DEEPEST_HEADING = 60;

    sealed interface Search {
        record Found(RosterTable table) implements Search {}

        record NotFound(Set<RosterColumn> closest) implements Search {}
    }

    /** Reads on to the heading row; what follows is data. */
    static Search findIn(SourceRows rows) {
        Headings headings = Headings.loaded();
        List<String> titles = new ArrayList<>();
        Set<RosterColumn> closest = EnumSet.noneOf(RosterColumn.class);
        for (int seen = 0; seen < DEEPEST_HEADING && rows.hasNext(); seen++) {
            SourceRow row = rows.next();
            Map<RosterColumn, Integer> columns = headings.columns(row);
            RosterKind kind = headings.kind(columns.keySet());
            if (kind != null) {
                return new Search.Found(new RosterTable(kind, columns, row.number(), titles));
            }
            if (columns.size() > closest.size()) {
                closest = EnumSet.copyOf(columns.keySet());
            }
            titles.add(line(row));
        }
        return new Search.NotFound(closest);
    }

    @Nullable
    RosterColumn loanNumberColumn() {
        if (columns.containsKey(RosterColumn.LOAN_NUMBER)) {
            return RosterColumn.LOAN_NUMBER;
        }
        return columns.containsKey(RosterColumn.LOAN_CODE) ? RosterColumn.LOAN_CODE : null;
    }

    boolean has(RosterColumn column) {
        return columns.containsKey(column);
    }

    SheetCell cell(SourceRow row, RosterColumn column) {
        Integer place = columns.get(column);
        SheetCell cell = place == null ? SheetCell.BLANK : row.cell(place);
        boolean silent =
                cell.sort() == SheetCell.Sort.TEXT && RosterWords.loaded().isNothing(cell.text());
        return silent ? SheetCell.BLANK : cell;
    }

    private static String line(SourceRow row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.width(); i++) {
            SheetCell cell = row.cell(i);
            if (!cell.isBlank()) {
                boolean day = cell.isNumber() && PeriodWords.loaded().isLabel(line.toString());
                line.append(line.isEmpty() ? "" : " ").append(day ? asDay(cell) : cell.text());
            }
        }
        return line.toString();
    }

    private static String asDay(SheetCell cell) {
        try {
            return String.valueOf(new DateCell(false).read(cell));
        } catch (CellFault fault) {
            // Not every number beside a label is a day; it then stands as it is.
            return cell.text();
        }
    }
}

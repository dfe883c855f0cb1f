package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table, or the part of one that stands on a page, with its cells as the file has them.
 *
 * @param paragraphs whether a line of a cell is a whole paragraph, not just as much as the cell is wide
 */
record CellTable(List<List<Cell>> rows, boolean paragraphs) implements Block {

    CellTable {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /**
     * A cell.
     *
     * @param column the first column of the table's grid that it covers, from 0
     * @param span how many columns it covers
     * @param goesOn whether it is the same cell as the one above, whose lines it has
     */
    record Cell(int column, int span, boolean goesOn, List<Line> lines) {
        Cell {
            lines = List.copyOf(lines);
        }

        boolean covers(int at) {
            return at >= column && at < column + span;
        }

        String text() {
            return LineJoin.join(lines.stream().map(Line::text).toList());
        }
    }

    int width() {
        int width = 0;
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                width = Math.max(width, cell.column() + cell.span());
            }
        }
        return width;
    }

    /** The cell of a row that covers a column of the grid. */
    static @Nullable Cell at(List<Cell> row, int column) {
        for (Cell cell : row) {
            if (cell.covers(column)) {
                return cell;
            }
        }
        return null;
    }

    /** Its text cell by cell, for a table that lays out a letterhead or signatures. */
    List<Line> flat() {
        List<Line> lines = new ArrayList<>();
        for (List<Cell> row : rows) {
            for (Cell cell : row) {
                if (!cell.goesOn()) {
                    lines.addAll(cell.lines());
                }
            }
        }
        return lines;
    }
}

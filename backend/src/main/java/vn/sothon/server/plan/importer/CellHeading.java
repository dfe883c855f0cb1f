package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.plan.importer.CellTable.Cell;

/**
 * What the columns of a table with known cells hold, by the words of its heading.
 *
 * @param columns one for each column of the grid
 * @param firstRow the index of its first row
 * @param end the index after its last row
 */
record CellHeading(List<Column> columns, int firstRow, int end) {
    private static final int SEARCHED_ROWS = 3;
    private static final int FEWEST_COLUMNS = 3;

    static @Nullable CellHeading find(CellTable table) {
        int width = table.width();
        for (int first = 0; first < Math.min(SEARCHED_ROWS, table.rows().size()); first++) {
            for (int rows = 1; rows <= 2 && first + rows <= table.rows().size(); rows++) {
                List<Column> columns = columns(table.rows().subList(first, first + rows), width);
                if (columns != null) {
                    return new CellHeading(columns, first, afterColumnNumbers(table, first + rows));
                }
            }
        }
        return null;
    }

    /** Whether the rows of a further table begin with the same heading, as at the top of each page. */
    boolean isRepeatedIn(CellTable table) {
        CellHeading other = find(table);
        return other != null && other.columns.equals(columns);
    }

    private static @Nullable List<Column> columns(List<List<Cell>> rows, int width) {
        List<Column> columns = new ArrayList<>();
        Set<Column> seen = EnumSet.noneOf(Column.class);
        for (int at = 0; at < width; at++) {
            StringBuilder words = new StringBuilder();
            for (List<Cell> row : rows) {
                Cell cell = CellTable.at(row, at);
                if (cell != null && !cell.goesOn()) {
                    words.append(cell.text()).append(' ');
                }
            }
            Column column = TableHeading.column(words.toString());
            if (column == null && !words.toString().isBlank() && seen.isEmpty()) {
                return null;
            }
            columns.add(column == null ? Column.NOTE : column);
            if (column != null) {
                seen.add(column);
            }
        }
        boolean assigns = seen.stream().anyMatch(column -> column.namesUnits() || column == Column.TIME);
        boolean enough = seen.size() >= FEWEST_COLUMNS && seen.contains(Column.CONTENT) && assigns;
        return enough && seen.contains(Column.NUMBER) ? List.copyOf(columns) : null;
    }

    /** Under a heading the columns are often numbered: (1), (2), (3). */
    private static int afterColumnNumbers(CellTable table, int end) {
        if (end >= table.rows().size()) {
            return end;
        }
        List<Cell> row = table.rows().get(end);
        int number = 0;
        for (Cell cell : row) {
            number++;
            if (!cell.text().replaceAll("[()]", "").strip().equals(String.valueOf(number))) {
                return end;
            }
        }
        return number >= FEWEST_COLUMNS ? end + 1 : end;
    }
}

package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.plan.importer.CellTable.Cell;

/**
 * The rows of the table of tasks of a document whose cells are known. A row without a number goes on with the row before
 * it: a page broke it, or it is a further line of the same task.
 */
final class CellRows {
    private final List<Column> columns;
    private final List<TableRow> rows = new ArrayList<>();
    private final List<Line> unnumbered = new ArrayList<>();
    private RowKey lastKey = RowKey.START;
    private @Nullable Open open;

    private CellRows(List<Column> columns) {
        this.columns = columns;
    }

    /**
     * The table of tasks, and what stands around it.
     *
     * @param before how many of the other lines stand before it
     * @param others all lines that are not part of it
     * @param rows its rows, cells known
     * @param unnumbered lines of it that belong to no numbered row
     */
    record Found(List<Line> others, int before, List<TableRow> rows, List<Line> unnumbered) {}

    /** A row that may still go on. */
    private static final class Open {
        private final @Nullable RowKey key;
        private final boolean skipped;
        private final int firstLine;
        private final Map<Column, List<Line>> cells = new EnumMap<>(Column.class);

        Open(@Nullable RowKey key, boolean skipped, int firstLine) {
            this.key = key;
            this.skipped = skipped;
            this.firstLine = firstLine;
        }
    }

    static @Nullable Found find(List<Block> blocks) {
        CellRows found = null;
        CellHeading heading = null;
        int before = 0;
        List<Block> others = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof CellTable table) {
                CellHeading own = CellHeading.find(table);
                if (heading == null && own != null) {
                    heading = own;
                    found = new CellRows(own.columns());
                    before = SourceText.flat(others).size();
                    found.add(table, own.end());
                    continue;
                }
                if (heading != null
                        && found != null
                        && table.width() == heading.columns().size()) {
                    found.add(table, own != null && heading.isRepeatedIn(table) ? own.end() : 0);
                    continue;
                }
            }
            others.add(block);
        }
        if (found == null) {
            return null;
        }
        found.close();
        return new Found(SourceText.flat(others), before, found.rows, found.unnumbered);
    }

    private void add(CellTable table, int from) {
        for (List<Cell> row : table.rows().subList(from, table.rows().size())) {
            add(row, table.paragraphs());
        }
    }

    private void add(List<Cell> row, boolean paragraphs) {
        List<Line> lines = fresh(row);
        if (lines.isEmpty()) {
            return;
        }
        Cell first = row.get(0);
        int number = columns.indexOf(Column.NUMBER);
        Cell numbered = CellTable.at(row, number);
        String printed = numbered == null || numbered.goesOn() ? "" : numbered.text();
        boolean title = numbered != null && numbered.span() > 1;
        Matcher key = Patterns.get("row.key").matcher(printed);
        RowKey next = key.matches() ? lastKey.next(key.group("key")) : null;
        if (next != null) {
            begin(next, next.skips(lastKey), first, lines);
            lastKey = next;
            if (key.group("text") != null) {
                put(Column.CONTENT, List.of(new Line(lines.get(0).number(), key.group("text"))));
            }
        } else if (lines.stream().anyMatch(line -> Patterns.matches("row.reporting", line.text()))) {
            begin(null, false, first, lines);
        } else if (title || open == null) {
            unnumbered.addAll(lines);
            return;
        }
        boolean begins = next != null || (open != null && open.cells.isEmpty());
        for (Cell cell : row) {
            Column column = columns.get(cell.column());
            boolean ownText = cell.equals(numbered) && (title || next != null);
            if (!ownText && (!cell.goesOn() || begins)) {
                put(column == Column.NUMBER ? Column.CONTENT : column, lines(cell, column, paragraphs));
            }
        }
    }

    private void begin(@Nullable RowKey key, boolean skipped, Cell first, List<Line> lines) {
        close();
        int line = first.lines().isEmpty()
                ? lines.get(0).number()
                : first.lines().get(0).number();
        open = new Open(key, skipped, line);
    }

    private void put(Column column, List<Line> lines) {
        if (open != null && !lines.isEmpty()) {
            open.cells.computeIfAbsent(column, c -> new ArrayList<>()).addAll(lines);
        }
    }

    private void close() {
        if (open != null) {
            List<Line> all = new ArrayList<>();
            open.cells.values().forEach(all::addAll);
            rows.add(new TableRow(open.key, open.firstLine, List.of(all), open.skipped, open.cells));
        }
    }

    private static List<Line> fresh(List<Cell> row) {
        List<Line> lines = new ArrayList<>();
        for (Cell cell : row) {
            if (!cell.goesOn()) {
                lines.addAll(cell.lines());
            }
        }
        return lines;
    }

    /** The end of a paragraph ends a unit or a product where the next begins like one, or where a dash begins each. */
    private static List<Line> lines(Cell cell, Column column, boolean paragraphs) {
        if (!column.namesUnits() && column != Column.PRODUCT) {
            return cell.lines();
        }
        List<Line> lines = new ArrayList<>();
        // A dash at the start of a line may as well be the dash inside a name.
        boolean dashed = !cell.lines().isEmpty()
                && Patterns.matches("item.bullet", cell.lines().get(0).text());
        for (int i = 0; i < cell.lines().size(); i++) {
            Line line = cell.lines().get(i);
            Line next = i + 1 < cell.lines().size() ? cell.lines().get(i + 1) : null;
            boolean ends = next != null
                    && (dashed
                            ? Patterns.matches("item.bullet", next.text())
                            : paragraphs && begins(next.text(), column));
            boolean stopped = ",;:.-/".indexOf(line.text().charAt(line.text().length() - 1)) >= 0;
            lines.add(ends && !stopped ? new Line(line.number(), line.text() + ";") : line);
        }
        return lines;
    }

    private static boolean begins(String text, Column column) {
        List<Token> tokens = Token.of(text);
        return !tokens.isEmpty()
                && tokens.get(0).capital()
                && (column == Column.PRODUCT
                        ? ProductList.headAt(tokens, 0) != null
                        : UnitWords.headAt(tokens, 0) != null || UnitWords.departmentAt(tokens, 0) > 0);
    }
}

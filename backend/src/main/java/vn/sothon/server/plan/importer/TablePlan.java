package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layout whose tasks stand in a table: flattened cell by cell, or with its cells known. */
final class TablePlan {
    /** Above it, for each task, a person is asked to look at the cells. */
    private static final double DOUBTFUL = 8;

    private static final double DOUBTFUL_PER_PAGE = 7;
    private static final double UNMARKED_PAGE = 3;

    private final List<Column> columns;
    private final List<TableRow> rows;

    TablePlan(TableHeading heading, List<Line> lines) {
        this.columns = heading.columns();
        this.rows = TableRows.of(heading.body(lines));
    }

    /** @param rows with their cells known */
    TablePlan(List<TableRow> rows) {
        this.columns = List.of();
        this.rows = rows;
    }

    TaskList read() throws UnreadablePlan {
        List<ImportedSection> sections = new ArrayList<>();
        List<ImportedTask> tasks = new ArrayList<>();
        List<ReportingDuty> reporting = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            TableRow row = rows.get(i);
            RowKey key = row.key();
            if (key == null) {
                reporting.add(reportingDuty(row));
            } else if (key.isRoman() || isParent(i, key)) {
                if (key.isRoman() || (key.path().size() == 1 && key.roman() == 0)) {
                    sections.add(new ImportedSection(key.section(), row.text(), null));
                }
            } else {
                ImportedTask task = task(row, key);
                if (key.roman() == 0 && key.path().size() == 1) {
                    sections.add(new ImportedSection(key.section(), task.content(), null));
                }
                tasks.add(task);
            }
        }
        if (tasks.isEmpty()) {
            throw new UnreadablePlan(
                    UnreadablePlan.Code.TABLE_WITHOUT_ROWS, "numbered rows (1, 1.1 …) under the table's heading", null);
        }
        return new TaskList(sections, tasks, reporting);
    }

    private boolean isParent(int index, RowKey key) {
        RowKey next = index + 1 < rows.size() ? rows.get(index + 1).key() : null;
        return next != null && key.isParentOf(next);
    }

    private ImportedTask task(TableRow row, RowKey key) {
        TaskDraft draft = new TaskDraft(key.printed(), key.section(), row.source());
        if (row.skipped()) {
            draft.doubt(Column.NUMBER.field(), Doubt.Code.KEY_SKIPPED, key.printed(), null);
        }
        RowReader.Cells cells = cells(row, draft);
        if (cells == null) {
            draft.content(row.text(), row.source(), FieldReading.Sureness.GUESSED);
            draft.doubt(Column.CONTENT.field(), Doubt.Code.CELL_BORDER, row.text(), null);
            return draft.build();
        }
        boolean known = !row.cells().isEmpty();
        boolean doubtful = !known && isDoubtful(cells, row.pages().size());
        FieldReading.Sureness sureness = known
                ? FieldReading.Sureness.STATED
                : doubtful ? FieldReading.Sureness.GUESSED : FieldReading.Sureness.RECOGNISED;
        for (Map.Entry<Column, List<TableWord>> cell : cells.words().entrySet()) {
            List<TableWord> words = cell.getValue();
            if (words.isEmpty()) {
                continue;
            }
            String text = TableWord.join(words);
            SourceLines where = new SourceLines(
                    words.get(0).line(), words.get(words.size() - 1).line());
            if (cell.getKey() == Column.CONTENT) {
                draft.content(text, where, sureness);
            } else {
                draft.field(cell.getKey(), text, where, sureness);
            }
            if (doubtful) {
                draft.doubt(cell.getKey().field(), Doubt.Code.CELL_BORDER, text, null);
            }
        }
        return draft.build();
    }

    /** A page break inside the row alone makes it less sure. */
    private static boolean isDoubtful(RowReader.Cells cells, int pages) {
        return cells.cost() - usualCost(cells) > DOUBTFUL + (pages - 1) * DOUBTFUL_PER_PAGE;
    }

    /** What the words alone cost when every cell fits. */
    private static double usualCost(RowReader.Cells cells) {
        double cost = 0;
        for (Map.Entry<Column, List<TableWord>> cell : cells.words().entrySet()) {
            int words = RowReader.tokens(cell.getValue()).size();
            cost += cell.getKey() == Column.CONTENT ? words * 0.2 - 1 : words * 0.1;
            cost += words == 0 && cell.getKey() != Column.TIME && cell.getKey() != Column.LEAD
                    ? CellCost.empty(cell.getKey())
                    : 0;
        }
        return cost;
    }

    private static RowReader.Cells given(TableRow row) {
        Map<Column, List<TableWord>> words = new LinkedHashMap<>();
        row.cells().forEach((column, lines) -> words.put(column, TableWord.of(lines)));
        return new RowReader.Cells(words, 0);
    }

    private RowReader.@Nullable Cells cells(TableRow row, TaskDraft draft) {
        if (!row.cells().isEmpty()) {
            return given(row);
        }
        List<List<TableWord>> pages = row.pages().stream().map(TableWord::of).toList();
        RowReader.Cells marked = null;
        double least = CellCost.NEVER;
        for (List<List<TableWord>> reading : readings(pages)) {
            if (reading.size() > 2 && marked != null && !isDoubtful(marked, 2)) {
                break;
            }
            RowReader.Cells cells = RowReader.read(columns, reading, least);
            if (cells != null && cells.cost() < least) {
                marked = cells;
                least = cells.cost();
            }
        }
        if (marked != null && !isDoubtful(marked, pages.size())) {
            return marked;
        }
        RowReader.Cells best = marked;
        boolean unmarked = false;
        double bestCost = marked == null ? Double.MAX_VALUE : marked.cost() - UNMARKED_PAGE;
        for (int page = 0; page < pages.size(); page++) {
            for (int at = 1; at < pages.get(page).size(); at++) {
                if (!mayBeginPage(pages.get(page), at)) {
                    continue;
                }
                RowReader.Cells split = RowReader.read(columns, splitAt(pages, page, at), bestCost);
                if (split != null && split.cost() < bestCost) {
                    best = split;
                    unmarked = true;
                    bestCost = split.cost();
                }
            }
        }
        if (unmarked) {
            draft.doubt(Column.CONTENT.field(), Doubt.Code.UNMARKED_PAGE_BREAK, row.text(), null);
        }
        return best;
    }

    /** A heading may also stand where no cell was broken: the pages as they are, and with neighbours taken together. */
    private static List<List<List<TableWord>>> readings(List<List<TableWord>> pages) {
        List<List<List<TableWord>>> readings = new ArrayList<>();
        readings.add(List.of(pages.stream().flatMap(List::stream).toList()));
        for (int cut = 1; cut < pages.size(); cut++) {
            readings.add(List.of(
                    pages.subList(0, cut).stream().flatMap(List::stream).toList(),
                    pages.subList(cut, pages.size()).stream()
                            .flatMap(List::stream)
                            .toList()));
        }
        if (pages.size() > 2) {
            readings.add(pages);
        }
        return readings;
    }

    /** A page whose heading got lost goes on with a cell begun before: in the middle of its sentence. */
    private static boolean mayBeginPage(List<TableWord> words, int at) {
        return words.get(at).lineStart() && !Wording.startsCapital(words.get(at).text());
    }

    private static List<List<TableWord>> splitAt(List<List<TableWord>> pages, int page, int at) {
        List<List<TableWord>> split = new ArrayList<>(pages);
        List<TableWord> words = pages.get(page);
        split.set(page, words.subList(0, at));
        split.add(page + 1, words.subList(at, words.size()));
        return split;
    }

    private ReportingDuty reportingDuty(TableRow row) {
        RowReader.Cells cells = !row.cells().isEmpty()
                ? given(row)
                : RowReader.read(
                        columns, row.pages().stream().map(TableWord::of).toList(), CellCost.NEVER);
        if (cells == null) {
            return Reporting.fromRow(row.text(), "", "", row.source());
        }
        String content = "";
        StringBuilder from = new StringBuilder();
        String time = "";
        for (Map.Entry<Column, List<TableWord>> cell : cells.words().entrySet()) {
            String text = TableWord.join(cell.getValue());
            if (cell.getKey() == Column.CONTENT) {
                content = text;
            } else if (cell.getKey() == Column.TIME) {
                time = text;
            } else if ((cell.getKey() == Column.LEAD || cell.getKey() == Column.EXECUTING) && !text.isEmpty()) {
                from.append(from.isEmpty() ? "" : "; ").append(text);
            }
        }
        return Reporting.fromRow(content, from.toString(), time, row.source());
    }
}

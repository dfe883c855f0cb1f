package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Cuts a table's lines into rows at the numbers that may come next. A blank line is no border. */
final class TableRows {
    private final List<Line> lines;
    private final TableHeading.Body body;
    private final List<TableRow> rows = new ArrayList<>();
    private RowKey lastKey = RowKey.START;
    private @Nullable RowKey key;
    private boolean skipped;
    private int firstLine;
    private List<List<Line>> pages = new ArrayList<>();
    private boolean open;

    private TableRows(TableHeading.Body body) {
        this.body = body;
        this.lines = body.lines();
    }

    static List<TableRow> of(TableHeading.Body body) {
        return new TableRows(body).cut();
    }

    private List<TableRow> cut() {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (endsTable(line.text())) {
                break;
            }
            if (open && body.pageStarts().contains(i)) {
                pages.add(new ArrayList<>());
            }
            Matcher printed = Patterns.get("row.key").matcher(line.text());
            RowKey next = printed.matches() && beginsRow(printed, i) ? lastKey.next(printed.group("key")) : null;
            if (next != null) {
                close();
                open(next, line.number());
                skipped = next.skips(lastKey);
                lastKey = next;
                if (printed.group("text") != null) {
                    add(new Line(line.number(), printed.group("text")));
                }
            } else if (open && Patterns.matches("row.reporting", line.text())) {
                close();
                open(null, line.number());
                add(line);
            } else if (open && !isPageNumber(i)) {
                add(line);
            }
        }
        close();
        return rows;
    }

    private void open(@Nullable RowKey next, int number) {
        key = next;
        firstLine = number;
        skipped = false;
        pages = new ArrayList<>();
        pages.add(new ArrayList<>());
        open = true;
    }

    private void add(Line line) {
        pages.get(pages.size() - 1).add(line);
    }

    private void close() {
        if (open) {
            pages.removeIf(List::isEmpty);
            rows.add(new TableRow(key, firstLine, pages, skipped, Map.of()));
        }
    }

    /** What follows a number must begin like a cell, or the number belongs to a sentence broken before it. */
    private boolean beginsRow(Matcher printed, int index) {
        String text = printed.group("text");
        if (text == null && index + 1 < lines.size()) {
            text = lines.get(index + 1).text();
            boolean pageBetween = body.pageStarts().contains(index + 1);
            if (pageBetween && Patterns.get("row.key").matcher(text).matches()) {
                return false;
            }
        }
        return text != null && (Wording.startsCapital(text) || Patterns.matches("item.bullet", text));
    }

    private boolean isPageNumber(int index) {
        return Patterns.matches("page.number", lines.get(index).text())
                && (body.pageStarts().contains(index + 1) || index + 1 == lines.size());
    }

    private static boolean endsTable(String text) {
        return Patterns.matches("recipients", text) || Patterns.matches("signer.block", text);
    }
}

package vn.sothon.server.plan.importer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of a plan's table: its lines in the order of the text, apart by the pages they stand on.
 *
 * @param key absent for the row on reporting
 * @param skipped whether the number before is left out
 * @param cells the lines of each cell, where the file itself tells; empty where they must be found
 */
record TableRow(
        @Nullable RowKey key, int firstLine, List<List<Line>> pages, boolean skipped, Map<Column, List<Line>> cells) {

    List<Line> lines() {
        return pages.stream().flatMap(List::stream).toList();
    }

    SourceLines source() {
        List<Line> all = lines();
        int last = firstLine;
        for (Line line : all) {
            last = Math.max(last, line.number());
        }
        return new SourceLines(firstLine, last);
    }

    String text() {
        return LineJoin.join(lines().stream().map(Line::text).toList());
    }
}

package vn.sothon.server.plan.importer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a flattened table: its lines in the order of the text, apart by the pages they stand on.
 *
 * @param key absent for the row on reporting
 * @param skipped the key that was expected, where one is left out
 */
record TableRow(@Nullable RowKey key, int firstLine, List<List<Line>> pages, boolean skipped) {

    List<Line> lines() {
        return pages.stream().flatMap(List::stream).toList();
    }

    SourceLines source() {
        List<Line> all = lines();
        int last = all.isEmpty() ? firstLine : all.get(all.size() - 1).number();
        return new SourceLines(firstLine, Math.max(firstLine, last));
    }

    String text() {
        return LineJoin.join(lines().stream().map(Line::text).toList());
    }
}

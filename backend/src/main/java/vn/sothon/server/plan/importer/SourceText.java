package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file says, whatever its format.
 *
 * @param blocks in reading order
 * @param doubts about the file itself, as a page that is only a picture
 */
record SourceText(List<Block> blocks, List<Doubt> doubts) {

    static SourceText of(String text) {
        return new SourceText(List.copyOf(CleanText.lines(text)), List.of());
    }

    /** All lines, tables flattened cell by cell. */
    List<Line> lines() {
        return flat(blocks);
    }

    static List<Line> flat(List<Block> blocks) {
        List<Line> lines = new ArrayList<>();
        for (Block block : blocks) {
            if (block instanceof Line line) {
                lines.add(line);
            } else if (block instanceof CellTable table) {
                lines.addAll(table.flat());
            }
        }
        return lines;
    }
}

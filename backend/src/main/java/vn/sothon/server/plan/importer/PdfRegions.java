package vn.sothon.server.plan.importer;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.text.PDFTextStripperByArea;
import org.apache.pdfbox.text.TextPosition;

/** Takes the text of a page place by place. What stands far apart on one line is two lines: a letterhead has columns. */
final class PdfRegions extends PDFTextStripperByArea {
    /** A gap wider than so many times the type size is no space between words, however the line is justified. */
    private static final double COLUMN_GAP = 3;

    /** Stands around the place at which a line of text begins, in points from the left. */
    static final char BEGINS = '\u0001';

    private static final double WIDEST_PAGE = 20_000;

    private int bands;
    private double lineEnd = Double.NaN;
    private double lineAt = Double.NaN;

    PdfRegions() throws IOException {
        setSortByPosition(false);
        setLineSeparator("\n");
    }

    /** Names the full width of the page between two heights, from its top, in points. */
    PdfText.Part band(double top, double bottom) {
        bands++;
        String name = "band " + bands;
        add(name, PdfText.rectangle(0, top, WIDEST_PAGE, bottom));
        return new PdfText.Part(name, null);
    }

    void add(String name, Rectangle2D place) {
        addRegion(name, place);
    }

    String text(String name) {
        return getTextForRegion(name);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) throws IOException {
        if (!positions.isEmpty()) {
            TextPosition first = positions.get(0);
            TextPosition last = positions.get(positions.size() - 1);
            double size = Math.max(4, first.getFontSizeInPt());
            boolean sameLine = Math.abs(first.getYDirAdj() - lineAt) < size / 2;
            if (sameLine && first.getXDirAdj() - lineEnd > COLUMN_GAP * size) {
                writeLineSeparator();
            }
            if (!sameLine || first.getXDirAdj() - lineEnd > COLUMN_GAP * size) {
                super.writeString("" + BEGINS + first.getXDirAdj() + BEGINS);
            }
            lineEnd = last.getXDirAdj() + last.getWidthDirAdj();
            lineAt = first.getYDirAdj();
        }
        super.writeString(text, positions);
    }
}

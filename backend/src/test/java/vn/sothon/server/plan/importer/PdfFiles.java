package vn.sothon.server.plan.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/**
 * Makes PDF files as a word processor prints them: lines as wide as the page, a table with borders whose rows break over
 * pages, its heading again on each.
 */
final class PdfFiles implements AutoCloseable {
    private static final PDRectangle PAGE = new PDRectangle(595, 842);
    private static final float MARGIN = 50;
    private static final float INDENT = 28;
    private static final float SIZE = 9;
    private static final float LEADING = 12;

    private final PDDocument document = new PDDocument();
    private final PDFont font;
    private final boolean borders;
    private final boolean turned;
    private final float width;
    private final float height;
    private PDPageContentStream content;
    private float y;

    private PdfFiles(boolean borders, boolean turned) throws IOException {
        this.borders = borders;
        this.turned = turned;
        this.width = turned ? PAGE.getHeight() : PAGE.getWidth();
        this.height = turned ? PAGE.getWidth() : PAGE.getHeight();
        try (InputStream in =
                PDDocument.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf")) {
            font = PDType0Font.load(document, Objects.requireNonNull(in));
        }
        content = newPage();
    }

    static byte[] of(OfficePlan plan) throws IOException {
        return of(plan, true, false);
    }

    /** The same, its table without a line drawn. */
    static byte[] withoutBorders(OfficePlan plan) throws IOException {
        return of(plan, false, false);
    }

    /** The same, on upright pages that a reader is told to turn, as a landscape appendix is often stored. */
    static byte[] turned(OfficePlan plan) throws IOException {
        return of(plan, true, true);
    }

    private static byte[] of(OfficePlan plan, boolean borders, boolean turned) throws IOException {
        try (PdfFiles file = new PdfFiles(borders, turned)) {
            for (String line : plan.narrative()) {
                float indent = INDENT;
                for (String part : file.wrapped(line, file.width - 2 * MARGIN - INDENT)) {
                    file.line(part, indent);
                    indent = 0;
                }
            }
            if (plan.hasTable()) {
                file.table(plan);
            }
            return file.bytes();
        }
    }

    private PDPageContentStream newPage() throws IOException {
        PDPage page = new PDPage(PAGE);
        document.addPage(page);
        y = height - MARGIN;
        PDPageContentStream stream = new PDPageContentStream(document, page);
        if (turned) {
            page.setRotation(90);
            stream.transform(new Matrix(0, 1, -1, 0, PAGE.getWidth(), 0));
        }
        return stream;
    }

    private void nextPage() throws IOException {
        content.close();
        content = newPage();
    }

    private void line(String text, float indent) throws IOException {
        if (y < MARGIN) {
            nextPage();
        }
        show(text, MARGIN + indent, y);
        y -= LEADING;
    }

    private void show(String text, float x, float at) throws IOException {
        content.beginText();
        content.setFont(font, SIZE);
        content.newLineAtOffset(x, at);
        content.showText(text);
        content.endText();
    }

    private List<String> wrapped(String raw, float most) throws IOException {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC)
                .replaceAll("[\\s\u00a0]+", " ")
                .replaceAll("[\u200b-\u200f\u2060\ufeff]", "")
                .strip();
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (font.getStringWidth(longer) / 1000 * SIZE > most && !line.isEmpty()) {
                lines.add(line.toString());
                line = new StringBuilder(word);
            } else {
                line = new StringBuilder(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private void table(OfficePlan plan) throws IOException {
        nextPage();
        float[] widths = new float[plan.columns().size()];
        float all = width - 2 * MARGIN;
        widths[0] = 34;
        for (int i = 1; i < widths.length; i++) {
            widths[i] = plan.columns().get(i) == Column.CONTENT
                    ? (all - 34) * 0.4f
                    : (all - 34) * 0.6f / (widths.length - 2);
        }
        row(plan.headings(), widths, plan);
        for (List<String> cells : plan.rows()) {
            row(cells, widths, plan);
        }
    }

    /** Draws a row, over as many pages as it takes. */
    private void row(List<String> cells, float[] widths, OfficePlan plan) throws IOException {
        List<List<String>> lines = new ArrayList<>();
        int most = 0;
        for (int i = 0; i < cells.size(); i++) {
            float wide = widths[i];
            for (int j = i + 1; cells.size() == 2 && i == 1 && j < widths.length; j++) {
                wide += widths[j];
            }
            List<String> cell = wrapped(cells.get(i), wide - 6);
            lines.add(cell);
            most = Math.max(most, cell.size());
        }
        int from = 0;
        while (from < most) {
            int room = (int) ((y - MARGIN) / LEADING) - 1;
            if (room < 1) {
                nextPage();
                if (cells != plan.headings()) {
                    row(plan.headings(), widths, plan);
                }
                continue;
            }
            int to = Math.min(most, from + room);
            piece(lines, from, to, widths, cells.size() == 2);
            from = to;
        }
    }

    private void piece(List<List<String>> cells, int from, int to, float[] widths, boolean spanned) throws IOException {
        float tall = (to - from) * LEADING + 4;
        float x = MARGIN;
        for (int i = 0; i < widths.length; i++) {
            if (borders && !(spanned && i > 1)) {
                content.addRect(x - 0.25f, y - tall, 0.5f, tall);
                content.fill();
            }
            List<String> cell = i < cells.size() ? cells.get(i) : List.of();
            for (int line = from; line < Math.min(to, cell.size()); line++) {
                show(cell.get(line), x + 3, y - (line - from + 1) * LEADING + 2);
            }
            x += widths[i];
        }
        if (borders) {
            content.addRect(x - 0.25f, y - tall, 0.5f, tall);
            content.addRect(MARGIN, y - 0.25f, x - MARGIN, 0.5f);
            content.addRect(MARGIN, y - tall - 0.25f, x - MARGIN, 0.5f);
            content.fill();
        }
        y -= tall;
    }

    private byte[] bytes() throws IOException {
        content.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}

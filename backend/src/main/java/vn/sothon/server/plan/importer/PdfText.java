package vn.sothon.server.plan.importer;

import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.plan.importer.CellTable.Cell;
import vn.sothon.server.plan.importer.UnreadablePlan.Code;

/**
 * The text layer of a PDF, page after page. Ruled tables become cells; text between them keeps the order in which the
 * file draws it, which is that of the document.
 */
final class PdfText {
    private static final int MOST_PAGES = 300;
    /** Fewer letters on a page are a stamp or a page number. */
    private static final int FEWEST_LETTERS = 12;

    /** Points: the rules for official papers ask for 28 to 36. */
    private static final double LEAST_INDENT = 9;

    private static final Pattern MARKS = Pattern.compile(PdfRegions.BEGINS + "([-0-9.E]+)" + PdfRegions.BEGINS);

    private final List<Block> blocks = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private int line;
    private boolean anyText;
    private boolean anyPicture;

    private PdfText() {}

    static SourceText read(byte[] bytes) throws UnreadablePlan {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new UnreadablePlan(Code.TOO_LARGE, "a plan of at most " + MOST_PAGES + " pages", null);
            }
            PdfText text = new PdfText();
            int number = 0;
            for (PDPage page : document.getPages()) {
                number++;
                text.add(page, number);
            }
            if (!text.anyText && text.anyPicture) {
                throw new UnreadablePlan(
                        Code.SCAN_WITHOUT_TEXT,
                        "a PDF with text; this one holds pictures of pages: type the plan by hand"
                                + " ('plan import --typed', see docs/plans.md)",
                        null);
            }
            return new SourceText(text.blocks, text.doubts);
        } catch (InvalidPasswordException e) {
            throw new UnreadablePlan(Code.PROTECTED, "a PDF that opens without a password", null);
        } catch (IOException | RuntimeException e) {
            // The library meets a broken file with whatever exception its parser happens to run into.
            throw new UnreadablePlan(Code.DAMAGED, "a whole PDF", null);
        }
    }

    private void add(PDPage page, int number) throws IOException {
        PdfRulings rulings = PdfRulings.of(page);
        List<PdfGrid> grids = PdfGrid.in(rulings.lines());
        PdfRegions regions = new PdfRegions();
        List<Part> parts = new ArrayList<>();
        double top = 0;
        grids.sort(Comparator.comparingDouble(grid -> grid.bounds().getMinY()));
        for (PdfGrid grid : grids) {
            if (grid.bounds().getMinY() < top) {
                continue;
            }
            parts.add(regions.band(top, grid.bounds().getMinY()));
            parts.add(new Part(null, grid));
            top = grid.bounds().getMaxY();
        }
        parts.add(regions.band(top, rulings.height()));
        for (Part part : parts) {
            if (part.grid() != null) {
                part.grid().cells().forEach(cell -> regions.add(cell.name(), cell.place()));
            }
        }
        regions.extractRegions(page);
        int letters = 0;
        for (Part part : parts) {
            if (part.grid() != null) {
                CellTable table = table(part.grid(), regions);
                blocks.add(table);
                letters += letters(table.flat());
            } else if (part.band() != null) {
                List<Line> lines = lines(regions.text(part.band()));
                blocks.addAll(lines);
                letters += letters(lines);
            }
        }
        anyText |= letters >= FEWEST_LETTERS;
        anyPicture |= rulings.picture();
        if (letters < FEWEST_LETTERS && rulings.picture()) {
            doubts.add(new Doubt("tasks", Doubt.Code.PAGE_WITHOUT_TEXT, String.valueOf(number), null));
        }
    }

    /** A part of a page: a ruled table, or the full width between two. */
    record Part(@Nullable String band, @Nullable PdfGrid grid) {}

    private CellTable table(PdfGrid grid, PdfRegions regions) {
        List<List<Cell>> rows = new ArrayList<>();
        for (List<PdfGrid.Place> row : grid.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (PdfGrid.Place place : row) {
                List<Line> own = place.goesOn() ? above(rows, place.column()) : lines(regions.text(place.name()));
                cells.add(new Cell(place.column(), place.span(), place.goesOn(), own));
            }
            rows.add(cells);
        }
        return new CellTable(rows, false);
    }

    private static List<Line> above(List<List<Cell>> rows, int column) {
        Cell cell = rows.isEmpty() ? null : CellTable.at(rows.get(rows.size() - 1), column);
        return cell == null ? List.of() : cell.lines();
    }

    private List<Line> lines(String text) {
        List<String> printed = text.lines().filter(raw -> !raw.isBlank()).toList();
        double margin = Double.MAX_VALUE;
        for (String raw : printed) {
            margin = Math.min(margin, begins(raw, margin));
        }
        List<Line> lines = new ArrayList<>();
        for (String raw : printed) {
            line++;
            Line clean = Line.of(line, MARKS.matcher(raw).replaceAll(""));
            if (clean != null) {
                lines.add(new Line(line, clean.text(), begins(raw, margin) > margin + LEAST_INDENT));
            }
        }
        return lines;
    }

    private static double begins(String raw, double unknown) {
        Matcher mark = MARKS.matcher(raw);
        return mark.find() ? Double.parseDouble(mark.group(1)) : unknown;
    }

    private static int letters(List<Line> lines) {
        int letters = 0;
        for (Line line : lines) {
            letters += (int) line.text().chars().filter(Character::isLetter).count();
        }
        return letters;
    }

    static Rectangle2D rectangle(double left, double top, double right, double bottom) {
        return new Rectangle2D.Double(left, top, right - left, bottom - top);
    }
}

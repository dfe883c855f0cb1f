package vn.sothon.server.plan.importer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import vn.sothon.server.plan.importer.CellTable.Cell;
import vn.sothon.server.plan.importer.UnreadablePlan.Code;

/**
 * The text of a .docx: paragraphs with the numbers Word would print, tables with their cells. Macros, linked parts,
 * pictures, headers and footers are not looked at.
 */
final class WordText {
    private final List<Block> blocks = new ArrayList<>();
    private final WordNumbers numbers;
    private int line;

    private WordText(XWPFDocument document) {
        this.numbers = new WordNumbers(document);
    }

    static SourceText read(byte[] bytes) throws UnreadablePlan {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            WordText text = new WordText(document);
            text.add(document.getBodyElements());
            return new SourceText(text.blocks, List.of());
        } catch (IOException | POIXMLException | OpenXML4JRuntimeException | IllegalArgumentException e) {
            throw new UnreadablePlan(Code.DAMAGED, "a whole .docx; open it in Word and save it again as .docx", null);
        }
    }

    private void add(List<? extends IBodyElement> elements) {
        for (IBodyElement element : elements) {
            if (element instanceof XWPFTable table) {
                blocks.add(table(table));
            } else {
                blocks.addAll(lines(element));
            }
        }
    }

    private List<Line> lines(IBodyElement element) {
        if (element instanceof XWPFParagraph paragraph) {
            StringBuilder text = new StringBuilder(numbers.next(paragraph));
            for (XWPFRun run : paragraph.getRuns()) {
                text.append(run.text());
            }
            return lines(text.toString());
        }
        if (element instanceof XWPFTable nested) {
            return table(nested).flat();
        }
        if (element instanceof XWPFSDT control) {
            return lines(control.getContent().getText());
        }
        return List.of();
    }

    private List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        for (String raw : text.split("\\R", -1)) {
            line++;
            for (String part : CleanText.columns(raw)) {
                Line clean = Line.of(line, part);
                if (clean != null) {
                    lines.add(clean);
                }
            }
        }
        return lines;
    }

    private CellTable table(XWPFTable table) {
        List<List<Cell>> rows = new ArrayList<>();
        Map<Integer, Cell> above = new HashMap<>();
        for (XWPFTableRow row : table.getRows()) {
            List<Cell> cells = new ArrayList<>();
            int column = 0;
            for (XWPFTableCell cell : row.getTableCells()) {
                CTTcPr properties = cell.getCTTc().getTcPr();
                BigInteger span = properties == null || properties.getGridSpan() == null
                        ? BigInteger.ONE
                        : properties.getGridSpan().getVal();
                boolean goesOn = properties != null
                        && properties.isSetVMerge()
                        && properties.getVMerge().getVal() != STMerge.RESTART;
                Cell begun = above.get(column);
                Cell read = goesOn && begun != null
                        ? new Cell(column, span.intValue(), true, begun.lines())
                        : new Cell(column, span.intValue(), false, lines(cell));
                above.put(column, read);
                cells.add(read);
                column += span.intValue();
            }
            rows.add(cells);
        }
        return new CellTable(rows, true);
    }

    private List<Line> lines(XWPFTableCell cell) {
        List<Line> lines = new ArrayList<>();
        for (IBodyElement element : cell.getBodyElements()) {
            lines.addAll(lines(element));
        }
        return lines;
    }
}

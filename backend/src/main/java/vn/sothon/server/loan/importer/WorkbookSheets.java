package vn.sothon.server.loan.importer;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** The sheets of a workbook, the one the bank's reports use before the others. Formulas are never computed. */
final class WorkbookSheets implements Closeable {
    private static final String USUAL_SHEET = "BCQUERY";
    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

    private final ReadableWorkbook workbook;

    WorkbookSheets(Path file) throws IOException {
        this.workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(false, true));
    }

    List<Sheet> sheets() {
        return workbook.getSheets()
                .sorted(Comparator.comparing(
                        sheet -> !USUAL_SHEET.equalsIgnoreCase(sheet.getName().strip())))
                .toList();
    }

    SourceRows rows(Sheet sheet) {
        try {
            return new Rows(sheet.openStream(), workbook.isDate1904());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.close();
    }

    private static SheetCell read(Cell cell) {
        String raw = cell.getRawValue();
        if (cell.getType() == CellType.FORMULA && (raw == null || raw.isEmpty())) {
            return new SheetCell(SheetCell.Sort.FORMULA_WITHOUT_VALUE, "");
        }
        if (raw == null || raw.isBlank()) {
            return SheetCell.BLANK;
        }
        if (cell.getType() == CellType.ERROR || (cell.getType() == CellType.FORMULA && ERRORS.contains(raw))) {
            return new SheetCell(SheetCell.Sort.ERROR, raw);
        }
        boolean number = cell.getValue() instanceof BigDecimal;
        return number ? new SheetCell(SheetCell.Sort.NUMBER, raw.strip()) : SheetCell.text(raw);
    }

    private record XlsxRow(Row row, int number) implements SourceRow {
        @Override
        public int width() {
            return row.getCellCount();
        }

        @Override
        public SheetCell cell(int index) {
            @Nullable Cell cell = index < row.getCellCount() ? row.getCell(index) : null;
            return cell == null ? SheetCell.BLANK : read(cell);
        }
    }

    private static final class Rows implements SourceRows {
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private final boolean from1904;
        /** Rows that carry no number of their own are counted from 0 by the parser. */
        private int shift;

        private boolean begun;

        Rows(Stream<Row> stream, boolean from1904) {
            this.stream = stream;
            this.rows = stream.iterator();
            this.from1904 = from1904;
        }

        @Override
        public boolean hasNext() {
            return rows.hasNext();
        }

        @Override
        public SourceRow next() {
            Row row = rows.next();
            if (!begun) {
                begun = true;
                shift = row.getRowNum() == 0 ? 1 : 0;
            }
            return new XlsxRow(row, row.getRowNum() + shift);
        }

        @Override
        public boolean countsDatesFrom1904() {
            return from1904;
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}

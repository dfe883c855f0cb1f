package vn.sothon.server.loan.importer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Builds a roster file the way a test tells it, as .xlsx or as .csv. */
final class RosterSheet {
    static final String[] HEADINGS_31 = {
        "Mã KH", "Tên khách hàng", "Số khế ước", "Tình trạng món vay", "Tổng dư nợ", "Số dư tiền gửi tiết kiệm"
    };

    /** A cell with a formula that nobody computed. */
    record Formula(String text) {}

    enum As {
        XLSX,
        CSV
    }

    private final List<List<@Nullable Object>> lines = new ArrayList<>();
    private int emptyColumns;
    private String sheetName = "BCQUERY";

    static RosterSheet aRoster() {
        return new RosterSheet();
    }

    static RosterSheet aCreditFile() {
        return aRoster().line("").line("Hồ sơ tín dụng").line((Object[]) HEADINGS_31);
    }

    RosterSheet emptyColumns(int count) {
        emptyColumns = count;
        return this;
    }

    RosterSheet sheetName(String name) {
        sheetName = name;
        return this;
    }

    RosterSheet line(@Nullable Object... cells) {
        lines.add(new ArrayList<>(Arrays.asList(cells)));
        return this;
    }

    Roster read(Path folder, As as) {
        return read(folder, as, "roster");
    }

    Roster read(Path folder, As as, String name) {
        try {
            return new RosterReader().read(as == As.XLSX ? xlsx(folder, name) : csv(folder, name, ','));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path xlsx(Path folder, String name) throws IOException {
        Path file = folder.resolve(name + ".xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "test", null)) {
            if (!sheetName.equals("BCQUERY")) {
                workbook.newWorksheet("Bìa").value(0, 0, "Trang bìa");
            }
            write(workbook.newWorksheet(sheetName));
        }
        return file;
    }

    Path csv(Path folder, String name, char separator) throws IOException {
        Path file = folder.resolve(name + ".csv");
        try (CsvWriter csv = CsvWriter.builder().fieldSeparator(separator).build(file)) {
            for (List<@Nullable Object> line : lines) {
                List<String> fields = new ArrayList<>();
                for (int i = 0; i < emptyColumns; i++) {
                    fields.add("");
                }
                line.forEach(cell -> fields.add(written(cell)));
                csv.writeRecord(fields);
            }
        }
        return file;
    }

    private void write(Worksheet sheet) {
        for (int row = 0; row < lines.size(); row++) {
            List<@Nullable Object> line = lines.get(row);
            for (int i = 0; i < line.size(); i++) {
                write(sheet, row, i + emptyColumns, line.get(i));
            }
        }
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
        } else if (cell instanceof LocalDate day) {
            sheet.value(row, column, day);
        } else if (cell instanceof Formula formula) {
            sheet.formula(row, column, formula.text());
        } else if (cell != null && !cell.equals("")) {
            sheet.value(row, column, String.valueOf(cell));
        }
    }

    private static String written(@Nullable Object cell) {
        if (cell instanceof LocalDate day) {
            return DateTimeFormatter.ofPattern("dd/MM/uuuu").format(day);
        }
        return cell == null || cell instanceof Formula ? "" : String.valueOf(cell);
    }
}

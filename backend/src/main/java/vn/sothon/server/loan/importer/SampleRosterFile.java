package vn.sothon.server.loan.importer;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** Lays a sample out as the bank's exports are: column A empty, a title above, headings in the fifth row. */
final class SampleRosterFile {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final int TITLE_ROW = 1;
    private static final int PERIOD_ROW = 2;
    private static final int HEADING_ROW = 4;

    private final List<String> titles;
    private final List<String> headings;
    private final List<List<@Nullable Object>> rows;

    private SampleRosterFile(List<String> titles, List<String> headings, List<List<@Nullable Object>> rows) {
        this.titles = titles;
        this.headings = headings;
        this.rows = rows;
    }

    static SampleRosterFile creditFile(SampleRoster sample) {
        List<RosterColumn> columns = List.of(
                RosterColumn.REPORT_DATE,
                RosterColumn.COMMUNE_CODE,
                RosterColumn.COMMUNE_NAME,
                RosterColumn.VILLAGE_CODE,
                RosterColumn.VILLAGE_NAME,
                RosterColumn.ASSOCIATION_CODE,
                RosterColumn.ASSOCIATION_NAME,
                RosterColumn.GROUP_CODE,
                RosterColumn.GROUP_NAME,
                RosterColumn.LEADER_NAME,
                RosterColumn.CUSTOMER_CODE,
                RosterColumn.BORROWER_NAME,
                RosterColumn.SPOUSE_NAME,
                RosterColumn.LOAN_NUMBER,
                RosterColumn.STATUS,
                RosterColumn.PROGRAMME_CODE,
                RosterColumn.PROGRAMME_NAME,
                RosterColumn.PURPOSE,
                RosterColumn.DISBURSED_AMOUNT,
                RosterColumn.DISBURSED_ON,
                RosterColumn.DUE_ON,
                RosterColumn.OUTSTANDING,
                RosterColumn.OVERDUE,
                RosterColumn.OVERDUE_SINCE,
                RosterColumn.FROZEN,
                RosterColumn.FROZEN_UNTIL,
                RosterColumn.INTEREST_ARREARS,
                RosterColumn.SAVINGS,
                RosterColumn.LAST_TRANSACTION_ON);
        List<RowValues> values = sample.loans().stream()
                .map(loan -> loan.values().with(RosterColumn.REPORT_DATE, sample.today()))
                .toList();
        return of("TITLE", sample.today(), columns, values);
    }

    static SampleRosterFile groupLeaders(SampleRoster sample) {
        List<RosterColumn> columns = List.of(
                RosterColumn.COMMUNE_CODE,
                RosterColumn.COMMUNE_NAME,
                RosterColumn.VILLAGE_CODE,
                RosterColumn.VILLAGE_NAME,
                RosterColumn.ASSOCIATION_CODE,
                RosterColumn.GROUP_CODE,
                RosterColumn.GROUP_NAME,
                RosterColumn.LEADER_CODE,
                RosterColumn.LEADER_NAME,
                RosterColumn.MEMBERS,
                RosterColumn.OUTSTANDING);
        SampleCommune commune = sample.commune();
        List<RowValues> values = commune.groups().stream()
                .map(group -> new RowValues()
                        .with(RosterColumn.COMMUNE_CODE, commune.communeCode())
                        .with(RosterColumn.COMMUNE_NAME, commune.communeName())
                        .with(RosterColumn.VILLAGE_CODE, group.village().code())
                        .with(RosterColumn.VILLAGE_NAME, group.village().name())
                        .with(RosterColumn.ASSOCIATION_CODE, group.associationCode())
                        .with(RosterColumn.GROUP_CODE, group.code())
                        .with(RosterColumn.GROUP_NAME, group.name())
                        .with(RosterColumn.LEADER_CODE, group.leaderCode())
                        .with(RosterColumn.LEADER_NAME, group.leaderName())
                        .with(RosterColumn.MEMBERS, loansOf(sample, group).count())
                        .with(
                                RosterColumn.OUTSTANDING,
                                loansOf(sample, group)
                                        .map(LoanRow::values)
                                        .mapToLong(row -> row.moneyOrZero(RosterColumn.OUTSTANDING))
                                        .sum()))
                .toList();
        return of("TITLE_LEADERS", sample.today(), columns, values);
    }

    void writeXlsx(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "SoThon", null)) {
            Worksheet sheet = workbook.newWorksheet("BCQUERY");
            for (int i = 0; i < titles.size(); i++) {
                sheet.value(TITLE_ROW + i, 1, titles.get(i));
            }
            for (int column = 0; column < headings.size(); column++) {
                sheet.value(HEADING_ROW, column + 1, headings.get(column));
            }
            for (int row = 0; row < rows.size(); row++) {
                List<@Nullable Object> values = rows.get(row);
                for (int column = 0; column < values.size(); column++) {
                    Object value = values.get(column);
                    if (value instanceof Long number) {
                        sheet.value(HEADING_ROW + 1 + row, column + 1, number);
                    } else if (value != null) {
                        sheet.value(HEADING_ROW + 1 + row, column + 1, written(value));
                    }
                }
            }
        }
    }

    void writeCsv(Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder().build(file)) {
            for (int row = 0; row < HEADING_ROW; row++) {
                boolean titled = row >= TITLE_ROW && row <= PERIOD_ROW;
                csv.writeRecord("", titled ? titles.get(row - TITLE_ROW) : "");
            }
            csv.writeRecord(indented(headings, Function.identity()));
            for (List<@Nullable Object> row : rows) {
                csv.writeRecord(indented(row, value -> value == null ? "" : written(value)));
            }
        }
    }

    private static SampleRosterFile of(
            String title, LocalDate today, List<RosterColumn> columns, List<RowValues> values) {
        WordFile words = WordFile.load("sample.txt");
        WordFile headings = WordFile.load("headings.txt");
        String period = headings.words(RosterColumn.REPORT_DATE.name()).get(0) + ": " + DAY.format(today);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RowValues value : values) {
            List<@Nullable Object> row = new ArrayList<>();
            columns.forEach(column -> row.add(value.get(column)));
            rows.add(row);
        }
        return new SampleRosterFile(
                List.of(words.words(title).get(0), period),
                columns.stream()
                        .map(column -> headings.words(column.name()).get(0))
                        .toList(),
                rows);
    }

    private static Stream<LoanRow> loansOf(SampleRoster sample, SampleCommune.Group group) {
        return sample.loans().stream().filter(loan -> group.code().equals(loan.groupCode()));
    }

    private static <T extends @Nullable Object> List<String> indented(List<T> values, Function<T, String> text) {
        List<String> line = new ArrayList<>();
        line.add("");
        values.forEach(value -> line.add(text.apply(value)));
        return line;
    }

    private static String written(Object value) {
        return value instanceof LocalDate day ? DAY.format(day) : String.valueOf(value);
    }
}

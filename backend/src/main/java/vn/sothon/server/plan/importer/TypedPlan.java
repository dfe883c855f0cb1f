package vn.sothon.server.plan.importer;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.server.plan.importer.UnreadablePlan.Code;

/**
 * A plan a person types, because the office holds a scan only: a table as a spreadsheet saves it (.csv), under a few lines
 * that say what plan it is. Units, products and times are read as in any plan; docs/plans.md shows one.
 */
public final class TypedPlan {
    private static final char[] SEPARATORS = {';', ',', '\t'};
    private static final int LARGEST = 4 * 1024 * 1024;

    private final Function<ImportedTask, List<Acceptance>> accepts;

    /** @param accepts which records a task accepts, judged by its words */
    public TypedPlan(Function<ImportedTask, List<Acceptance>> accepts) {
        this.accepts = accepts;
    }

    /**
     * A task as a person writes it down: each field's words, units and products parted by semicolons.
     *
     * @param key as printed, parents joined by a dot
     * @param section absent: what stands before the key's first dot
     */
    public record Row(
            @JsonProperty(value = "key", required = true) String key,
            @JsonProperty("section") @Nullable String section,
            @JsonProperty(value = "content", required = true) String content,
            @JsonProperty("lead") @Nullable String lead,
            @JsonProperty("executing") @Nullable String executing,
            @JsonProperty("coordinating") @Nullable String coordinating,
            @JsonProperty("products") @Nullable String products,
            @JsonProperty("time") @Nullable String time) {}

    /** What the lines above the table say. */
    private enum Head {
        TITLE,
        ISSUER,
        LEVEL,
        NUMBER,
        DATE,
        SIGNER
    }

    /** An empty plan, to be filled task by task; null where the person left something out. */
    public static ImportedPlan empty(
            String title, String issuer, @Nullable PlanLevel level, @Nullable String number, @Nullable LocalDate date) {
        PlanLevel known = level == null ? IssuerFinder.level(issuer) : level;
        return plan("", title, new PlanIssuer(issuer, known), number, date, null, List.of(), List.of(), List.of());
    }

    /** A task out of the words a person wrote down for it. */
    public ImportedTask task(Row row, int line) {
        SourceLines where = new SourceLines(line, line);
        String key = CleanText.clean(row.key());
        String section = row.section() == null || row.section().isBlank() ? sectionOf(key) : row.section();
        TaskDraft draft = new TaskDraft(key, CleanText.clean(section), where);
        draft.content(CleanText.clean(row.content()), where, FieldReading.Sureness.STATED);
        Map<Column, String> fields = new EnumMap<>(Column.class);
        fields.put(Column.LEAD, words(row.lead()));
        fields.put(Column.EXECUTING, words(row.executing()));
        fields.put(Column.COORDINATING, words(row.coordinating()));
        fields.put(Column.PRODUCT, words(row.products()));
        fields.put(Column.TIME, words(row.time()));
        fields.forEach((column, text) -> draft.field(column, text, where, FieldReading.Sureness.STATED));
        ImportedTask task = draft.build();
        return task.accepting(accepts.apply(task));
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : CleanText.clean(text.replaceAll("\\s*\\R\\s*", "; "));
    }

    private static String sectionOf(String key) {
        int dot = key.indexOf('.');
        return dot < 0 ? key : key.substring(0, dot);
    }

    /** Reads the whole file. */
    public ImportedPlan read(byte[] bytes, String sourceName) throws UnreadablePlan {
        if (bytes.length > LARGEST) {
            throw new UnreadablePlan(Code.TOO_LARGE, "a table of at most 4 megabytes", null);
        }
        String text = new String(bytes, StandardCharsets.UTF_8).replace("\ufeff", "");
        for (char separator : SEPARATORS) {
            List<CsvRecord> records = records(text, separator);
            for (int i = 0; i < records.size(); i++) {
                List<Column> columns = columns(records.get(i));
                if (columns != null) {
                    return read(records, i, columns, sourceName);
                }
            }
        }
        throw new UnreadablePlan(
                Code.TASKS_NOT_FOUND,
                "a row that names the columns: number, content, and at least one of units, products, time"
                        + " ('plan template' prints one)",
                null);
    }

    private static List<CsvRecord> records(String text, char separator) throws UnreadablePlan {
        try {
            List<CsvRecord> records = new ArrayList<>();
            CsvReader.builder()
                    .fieldSeparator(separator)
                    .allowExtraFields(true)
                    .allowMissingFields(true)
                    .allowExtraCharsAfterClosingQuote(true)
                    .ofCsvRecord(text)
                    .forEach(records::add);
            return records;
        } catch (CsvParseException e) {
            throw new UnreadablePlan(Code.DAMAGED, "a table as a spreadsheet saves it (.csv)", null);
        }
    }

    private static @Nullable List<Column> columns(CsvRecord record) {
        List<Column> columns = new ArrayList<>();
        Set<Column> seen = new HashSet<>();
        for (String field : record.getFields()) {
            Column column = TableHeading.column(CleanText.clean(field));
            columns.add(column == null ? Column.NOTE : column);
            if (column != null && !seen.add(column)) {
                return null;
            }
        }
        return seen.contains(Column.NUMBER) && seen.contains(Column.CONTENT) && seen.size() > 2 ? columns : null;
    }

    private ImportedPlan read(List<CsvRecord> records, int heading, List<Column> columns, String sourceName)
            throws UnreadablePlan {
        Map<Head, String> head = head(records.subList(0, heading));
        List<Row> rows = new ArrayList<>();
        List<Integer> lines = new ArrayList<>();
        for (CsvRecord record : records.subList(heading + 1, records.size())) {
            Row row = row(record, columns);
            if (!row.key().isEmpty() || !row.content().isEmpty()) {
                rows.add(row);
                lines.add((int) record.getStartingLineNumber());
            }
        }
        List<ImportedSection> sections = new ArrayList<>();
        List<ImportedTask> tasks = new ArrayList<>();
        List<ReportingDuty> reporting = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            int line = lines.get(i);
            if (row.key().isEmpty()) {
                reporting.add(duty(row, line));
            } else if (row.content().isEmpty() || !keys.add(row.key())) {
                throw new UnreadablePlan(Code.TASKS_NOT_FOUND, "a number of its own and a content in each row", line);
            } else if (isSection(row, rows)) {
                sections.add(new ImportedSection(row.key(), row.content(), null));
            } else {
                ImportedTask task = task(row, line);
                if (task.key().equals(task.section())) {
                    sections.add(new ImportedSection(task.key(), task.content(), null));
                }
                tasks.add(task);
            }
        }
        if (tasks.isEmpty()) {
            throw new UnreadablePlan(Code.TASKS_NOT_FOUND, "at least one task under the heading", null);
        }
        String title = head.get(Head.TITLE);
        if (title == null || title.isEmpty()) {
            throw new UnreadablePlan(
                    Code.TITLE_NOT_FOUND, "the plan's title above the table ('plan template' shows where)", 1);
        }
        String issuer = head.get(Head.ISSUER);
        String date = head.get(Head.DATE);
        return plan(
                sourceName,
                title,
                new PlanIssuer(issuer, issuer == null ? null : level(head, issuer)),
                head.get(Head.NUMBER),
                date == null ? null : Times.date(date),
                head.get(Head.SIGNER),
                sections,
                tasks,
                reporting);
    }

    private static ImportedPlan plan(
            String sourceName,
            String title,
            PlanIssuer issuer,
            @Nullable String number,
            @Nullable LocalDate date,
            @Nullable String signer,
            List<ImportedSection> sections,
            List<ImportedTask> tasks,
            List<ReportingDuty> reporting) {
        List<Doubt> doubts = issuer.level() == null
                ? List.of(new Doubt("issuer", Doubt.Code.NOT_FOUND, String.valueOf(issuer.name()), null))
                : List.of();
        return new ImportedPlan(
                sourceName,
                title,
                issuer,
                number,
                date,
                List.of(),
                List.of(),
                signer,
                sections,
                tasks,
                reporting,
                Targets.of(tasks, List.of()),
                doubts);
    }

    /** A number with nothing assigned, and numbers under it. */
    private static boolean isSection(Row row, List<Row> rows) {
        return words(row.lead()).isEmpty()
                && words(row.executing()).isEmpty()
                && words(row.time()).isEmpty()
                && rows.stream().anyMatch(other -> other.key().startsWith(row.key() + "."));
    }

    private static ReportingDuty duty(Row row, int line) {
        String from = words(row.lead()).isEmpty() ? words(row.executing()) : words(row.lead());
        return Reporting.fromRow(row.content(), from, words(row.time()), new SourceLines(line, line));
    }

    private static @Nullable PlanLevel level(Map<Head, String> head, String issuer) {
        String stated = head.get(Head.LEVEL);
        for (PlanLevel level : PlanLevel.values()) {
            if (level.name().equals(stated)) {
                return level;
            }
        }
        return IssuerFinder.level(issuer);
    }

    private static Map<Head, String> head(List<CsvRecord> records) {
        Map<String, String> labels = WordLists.pairs("typed-labels.txt");
        Map<Head, String> head = new EnumMap<>(Head.class);
        for (CsvRecord record : records) {
            if (record.getFieldCount() < 2) {
                continue;
            }
            String label = CleanText.clean(record.getField(0)).toLowerCase(Locale.ROOT);
            String known = labels.get(label.endsWith(":") ? label.substring(0, label.length() - 1) : label);
            String value = CleanText.clean(record.getField(1));
            if (known != null && !value.isEmpty()) {
                head.put(Head.valueOf(known), value);
            }
        }
        return head;
    }

    private static Row row(CsvRecord record, List<Column> columns) {
        Map<Column, String> fields = new EnumMap<>(Column.class);
        for (int i = 0; i < Math.min(columns.size(), record.getFieldCount()); i++) {
            fields.put(columns.get(i), record.getField(i));
        }
        String key = CleanText.clean(fields.getOrDefault(Column.NUMBER, ""));
        return new Row(
                key.endsWith(".") ? key.substring(0, key.length() - 1) : key,
                null,
                CleanText.clean(fields.getOrDefault(Column.CONTENT, "")),
                fields.get(Column.LEAD),
                fields.get(Column.EXECUTING),
                fields.get(Column.COORDINATING),
                fields.get(Column.PRODUCT),
                fields.get(Column.TIME));
    }
}

package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.TimeFrame;

/** A task while its fields are being read. */
final class TaskDraft {
    private final String key;
    private final String section;
    private final SourceLines source;
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<FieldReading> readings = new ArrayList<>();
    private final Map<Column, List<String>> lists = new EnumMap<>(Column.class);
    private String content = "";
    private TimeFrame timeFrame = Times.SILENT;

    TaskDraft(String key, String section, SourceLines source) {
        this.key = key;
        this.section = section;
        this.source = source;
    }

    void doubt(String field, Doubt.Code code, String original, @Nullable String text) {
        doubts.add(new Doubt(field, code, original, text));
    }

    void content(String printed, SourceLines where, FieldReading.Sureness sureness) {
        content = OcrRepairs.mend(Column.CONTENT.field(), printed, doubts);
        readings.add(new FieldReading(Column.CONTENT.field(), printed, where, sureness));
    }

    void field(Column column, String printed, SourceLines where, FieldReading.Sureness sureness) {
        if (printed.isEmpty()) {
            return;
        }
        readings.add(new FieldReading(column.field(), printed, where, sureness));
        String text = OcrRepairs.mend(column.field(), printed, doubts);
        if (column == Column.TIME) {
            timeFrame = Times.read(text, doubts);
        } else if (column == Column.PRODUCT) {
            add(column, ProductList.split(text, doubts));
        } else if (column.namesUnits()) {
            units(column, text);
        }
    }

    /** "A leads, together with B; C" names three kinds of units in one line. */
    private void units(Column column, String text) {
        Matcher mixed = Patterns.in("assignment.mixed", text);
        if (column == Column.COORDINATING || !mixed.matches()) {
            add(column, UnitList.split(text, column.field(), doubts));
            return;
        }
        add(Column.LEAD, UnitList.split(Patterns.group(mixed, "lead", text), Column.LEAD.field(), doubts));
        if (mixed.group("coordinating") != null) {
            add(
                    Column.COORDINATING,
                    UnitList.split(Patterns.group(mixed, "coordinating", text), Column.COORDINATING.field(), doubts));
        }
        if (mixed.group("rest") != null) {
            add(column, UnitList.split(Patterns.group(mixed, "rest", text), column.field(), doubts));
        }
        doubt(column.field(), Doubt.Code.INFERRED, text, null);
    }

    private void add(Column column, List<String> values) {
        lists.computeIfAbsent(column, c -> new ArrayList<>()).addAll(values);
    }

    private List<String> list(Column column) {
        return lists.getOrDefault(column, List.of());
    }

    ImportedTask build() {
        return new ImportedTask(
                key,
                section,
                content,
                list(Column.LEAD),
                list(Column.EXECUTING),
                list(Column.COORDINATING),
                list(Column.PRODUCT),
                timeFrame,
                List.of(),
                source,
                doubts,
                readings);
    }
}

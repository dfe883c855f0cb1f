package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;

/** A plan as an office would have typed it: its text before the table, and the table's rows cell by cell. */
record OfficePlan(List<String> narrative, List<Column> columns, List<List<String>> rows) {

    /** What a heading of that column is called. */
    static String heading(Column column) {
        return switch (column) {
            case NUMBER -> "STT";
            case CONTENT -> "Nội dung nhiệm vụ";
            case LEAD -> "Đơn vị chủ trì";
            case EXECUTING -> "Đơn vị thực hiện";
            case COORDINATING -> "Đơn vị phối hợp";
            case PRODUCT -> "Sản phẩm";
            case TIME -> "Thời gian thực hiện";
            case NOTE -> "Ghi chú";
        };
    }

    /** Takes apart a plan's text, the cells as its own import found them. */
    static OfficePlan of(String text, ImportedPlan plan) {
        List<Line> lines = CleanText.lines(text);
        TableHeading heading = TableHeading.find(lines);
        List<String> raw = List.of(text.split("\\R", -1));
        if (heading == null) {
            return new OfficePlan(raw, List.of(), List.of());
        }
        int first = lines.get(heading.first()).number();
        List<List<String>> rows = new ArrayList<>();
        String section = "";
        for (ImportedTask task : plan.tasks()) {
            if (!task.section().equals(section)) {
                section = task.section();
                for (ImportedSection each : plan.sections()) {
                    if (each.key().equals(section) && !task.key().equals(section)) {
                        rows.add(List.of(section, each.title()));
                    }
                }
            }
            List<String> row = new ArrayList<>();
            boolean roman = !Character.isDigit(task.key().charAt(0));
            row.add(roman ? task.key().substring(task.key().indexOf('.') + 1) : task.key());
            for (Column column : heading.columns().subList(1, heading.columns().size())) {
                row.add(task.readings().stream()
                        .filter(reading -> reading.field().equals(column.field()))
                        .map(FieldReading::original)
                        .findFirst()
                        .orElse(""));
            }
            rows.add(row);
        }
        for (ReportingDuty duty : plan.reporting()) {
            if (duty.source().from() > first) {
                rows.add(List.of("", duty.text(), String.join("; ", duty.from())));
            }
        }
        return new OfficePlan(raw.subList(0, first - 1), heading.columns(), rows);
    }

    boolean hasTable() {
        return !columns.isEmpty();
    }

    List<String> headings() {
        return columns.stream().map(OfficePlan::heading).toList();
    }
}

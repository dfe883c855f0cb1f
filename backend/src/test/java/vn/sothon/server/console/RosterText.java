package vn.sothon.server.console;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A roster as the text of its file, told on: what is paid, what falls due, what is written wrong. */
record RosterText(List<String> lines) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final int NOT_PAYING = 9;
    private static final int OVERDUE = 16;

    static RosterText of(String csv) {
        return new RosterText(List.of(csv.split("\\R", -1)));
    }

    /** The same loans at a later day: most paid on lately, a few overdue. */
    RosterText paidOnLately(LocalDate day) {
        List<String> later = new ArrayList<>();
        List<String> head = List.of();
        int row = 0;
        for (String line : lines) {
            List<String> cells = new ArrayList<>(Arrays.asList(line.split(",", -1)));
            if (head.isEmpty() && cells.contains("Số khế ước")) {
                head = List.copyOf(cells);
            } else if (head.isEmpty()) {
                line = line.replaceAll("\\d\\d/\\d\\d/\\d{4}", DAY.format(day));
            } else if (cells.size() == head.size()) {
                row++;
                cells.set(head.indexOf("Ngày số liệu"), DAY.format(day));
                if (row % NOT_PAYING != 0) {
                    cells.set(head.indexOf("Ngày giao dịch gần nhất"), DAY.format(day.minusDays(row % 20)));
                }
                if (row % OVERDUE == 5) {
                    cells.set(head.indexOf("Dư nợ quá hạn"), cells.get(head.indexOf("Tổng dư nợ")));
                    cells.set(head.indexOf("Ngày chuyển quá hạn"), DAY.format(day.minusDays(18)));
                }
                line = String.join(",", cells);
            }
            later.add(line);
        }
        return new RosterText(later);
    }

    /** One loan number is cut short. */
    RosterText spoilt() {
        List<String> wrong = new ArrayList<>(lines);
        int row = wrong.size() / 2;
        wrong.set(row, wrong.get(row).replaceFirst(",6600(\\d{6})\\d{6},", ",6600$1,"));
        return new RosterText(wrong);
    }

    byte[] bytes() {
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }
}

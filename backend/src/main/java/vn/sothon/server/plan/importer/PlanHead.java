package vn.sothon.server.plan.importer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What stands before the plan's first part or table.
 *
 * @param letterhead the lines above the title
 * @param preamble the lines between the title and the first part or the table
 */
record PlanHead(String title, List<Line> letterhead, List<Line> preamble, boolean appendixOnly) {
    private static final int LONGEST_TITLE_IN_LINES = 14;

    static PlanHead of(List<Line> lines, int bodyStart) throws UnreadablePlan {
        int at = find(lines, bodyStart, "title.plan-capitals");
        boolean appendix = false;
        if (at < 0) {
            at = find(lines, bodyStart, "title.appendix");
            appendix = at >= 0;
        }
        if (at < 0) {
            at = find(lines, bodyStart, "title.plan");
        }
        if (at < 0) {
            throw new UnreadablePlan(
                    UnreadablePlan.Code.TITLE_NOT_FOUND,
                    "a title line of a plan or of its appendix above the first part or table",
                    lines.isEmpty() ? null : lines.get(0).number());
        }
        List<String> title = new ArrayList<>();
        if (!appendix) {
            title.add(lines.get(at).text());
        }
        int end = at + 1;
        while (end < bodyStart && end - at < LONGEST_TITLE_IN_LINES && !endsTitle(lines.get(end), end - at)) {
            title.add(lines.get(end).text());
            end++;
        }
        return new PlanHead(
                LineJoin.join(title), lines.subList(0, at), List.copyOf(lines.subList(end, bodyStart)), appendix);
    }

    private static int find(List<Line> lines, int before, String pattern) {
        for (int i = 0; i < before; i++) {
            if (Patterns.matches(pattern, lines.get(i).text())) {
                return i;
            }
        }
        return -1;
    }

    private static boolean endsTitle(Line line, int index) {
        String text = line.text();
        if (Patterns.matches("page.rule", text) || Patterns.matches("title.attached", text)) {
            return true;
        }
        return index > 1 && Patterns.matches("title.end", text);
    }

    /** The number, unless its place was left blank. */
    @Nullable
    String number() {
        for (Line line : letterhead) {
            Matcher number = Patterns.in("number.line", line.text());
            if (number.matches()) {
                String printed = Patterns.group(number, "number", line.text());
                return Patterns.matches("number.complete", printed) ? printed : null;
            }
        }
        Matcher attached = Patterns.in("attached", preambleText());
        if (attached.find()) {
            String middle = Patterns.group(attached, "middle", preambleText());
            Matcher number = Patterns.get("document.number").matcher(middle);
            return number.find() ? number.group() : null;
        }
        return null;
    }

    /** The date, unless its day was left blank. */
    @Nullable
    LocalDate date() {
        for (Line line : letterhead) {
            Matcher dateline = Patterns.in("issuer.dateline", line.text());
            if (dateline.find()) {
                return Times.date(line.text());
            }
        }
        Matcher attached = Patterns.in("attached", preambleText());
        return attached.find() ? Times.date(Patterns.group(attached, "middle", preambleText())) : null;
    }

    String preambleText() {
        return Paragraphs.join(preamble);
    }

    /** Title and preamble, where the documents the plan rests on are cited. */
    String grounds() {
        String text = preambleText();
        return Citations.in(text).isEmpty() ? title + " " + text : text;
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}

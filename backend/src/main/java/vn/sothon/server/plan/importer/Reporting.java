package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** Finds who reports to whom every year, and before which day. */
final class Reporting {
    private static final List<String> SENDING = List.of("report.sent", "report.sent-direct", "report.told");

    private Reporting() {}

    static ReportingDuty fromRow(String content, String from, String time, SourceLines source) {
        List<String> units = from.isEmpty() ? List.of() : UnitList.split(from, "from", new ArrayList<>());
        String by = deadline(content);
        return new ReportingDuty(units, receivers(content), by == null ? deadline(time) : by, content, source);
    }

    /** A paragraph of the part on organisation, if it says that somebody reports every year. */
    static @Nullable ReportingDuty fromParagraph(String text, SourceLines source) {
        String by = deadline(text);
        if (by == null && !Patterns.finds("report.yearly", text)) {
            return null;
        }
        List<String> to = receivers(text);
        if (to.isEmpty()) {
            return null;
        }
        Matcher end = Patterns.in("report.from-end", text);
        String subject = end.find() ? text.substring(0, end.start()) : "";
        List<String> from = subject.isBlank() ? List.of() : UnitList.split(subject, "from", new ArrayList<>());
        return new ReportingDuty(from, to, by, text, source);
    }

    /** Text under the heading "reporting", which is taken off; only where a day is named. */
    static @Nullable ReportingDuty fromHeaded(String text, SourceLines source) {
        Matcher heading = Patterns.in("report.heading", text);
        if (!heading.find() || deadline(text) == null) {
            return null;
        }
        ReportingDuty duty = fromParagraph(text.substring(heading.end()), source);
        return duty == null ? null : new ReportingDuty(duty.from(), duty.to(), duty.by(), text, source);
    }

    private static @Nullable String deadline(String text) {
        Matcher day = Patterns.in("report.deadline", text);
        while (day.find()) {
            int number = Integer.parseInt(day.group("d"));
            int month = Integer.parseInt(day.group("m"));
            if (month >= 1 && month <= 12 && number >= 1 && number <= 31) {
                return String.format(Locale.ROOT, "--%02d-%02d", month, number);
            }
        }
        return null;
    }

    private static List<String> receivers(String text) {
        for (String sending : SENDING) {
            int from = 0;
            Matcher sent = Patterns.in(sending, text);
            while (from < text.length() && sent.find(from)) {
                String rest = Patterns.group(sent, "to", text);
                List<Token> tokens = Token.of(rest);
                if (!tokens.isEmpty() && UnitWords.headAt(tokens, 0) != null) {
                    Matcher end = Patterns.in("report.to-end", rest);
                    String units = end.find() ? rest.substring(0, end.start()) : rest;
                    return UnitList.split(UnitList.trim(units), "to", new ArrayList<>());
                }
                from = sent.start() + 1;
            }
        }
        return List.of();
    }
}

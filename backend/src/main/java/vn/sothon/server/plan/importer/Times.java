package vn.sothon.server.plan.importer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.TimeFrame;
import vn.sothon.model.plan.TimeFrame.Kind;

/** Reads when a task is to be done. */
final class Times {
    private static final Set<String> WORDS = UnitWords.keysOf("time-words.txt");
    private static final List<String> QUARTERS = List.of("I", "II", "III", "IV");

    private Times() {}

    static final TimeFrame SILENT = new TimeFrame(null, Kind.NONE, null);

    static TimeFrame read(String printed, List<Doubt> doubts) {
        String text = UnitList.trim(printed);
        if (text.isEmpty()) {
            return SILENT;
        }
        boolean ongoing = Patterns.finds("time.ongoing", text);
        boolean annual = Patterns.finds("time.annual", text);
        if (ongoing) {
            return new TimeFrame(text, annual ? Kind.ONGOING_ANNUAL : Kind.ONGOING, null);
        }
        LocalDate due = due(text);
        if (due != null) {
            return new TimeFrame(text, Kind.BY_DATE, due);
        }
        if (annual) {
            return new TimeFrame(text, Kind.ANNUAL, null);
        }
        if (Patterns.finds("time.agency-plan", text)) {
            return new TimeFrame(text, Kind.BY_AGENCY_PLAN, null);
        }
        doubts.add(new Doubt(Column.TIME.field(), Doubt.Code.UNKNOWN_TIME, text, null));
        return new TimeFrame(text, Patterns.finds("time.periodic", text) ? Kind.ONGOING : Kind.NONE, null);
    }

    static boolean understands(String text) {
        return Patterns.finds("time.ongoing", text)
                || Patterns.finds("time.annual", text)
                || Patterns.finds("time.agency-plan", text)
                || Patterns.finds("time.periodic", text)
                || due(text) != null;
    }

    static boolean isWord(Token token) {
        return WORDS.contains(token.key())
                || token.text().chars().anyMatch(Character::isDigit)
                || (token.capital() && QUARTERS.contains(token.text().split("/", 2)[0]));
    }

    /** The last day that still is in time: of the day, month, quarter, year or years the words name. */
    static @Nullable LocalDate due(String text) {
        try {
            LocalDate day = date(text);
            if (day != null) {
                return day;
            }
            Matcher month = Patterns.in("time.month", text);
            if (month.find()) {
                boolean bare = month.group("m") == null;
                int number = Integer.parseInt(month.group(bare ? "m2" : "m"));
                return YearMonth.of(Integer.parseInt(month.group(bare ? "y2" : "y")), number)
                        .atEndOfMonth();
            }
            Matcher quarter = Patterns.in("time.quarter", text);
            if (quarter.find()) {
                int index = QUARTERS.indexOf(quarter.group("q").toUpperCase(Locale.ROOT));
                int number = index >= 0 ? index + 1 : Integer.parseInt(quarter.group("q"));
                return YearMonth.of(Integer.parseInt(quarter.group("y")), number * 3)
                        .atEndOfMonth();
            }
            for (String span : List.of("time.years", "time.year")) {
                Matcher year = Patterns.in(span, text);
                if (year.find()) {
                    return LocalDate.of(Integer.parseInt(year.group("y")), 12, 31);
                }
            }
            return null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    static @Nullable LocalDate date(String text) {
        for (String form : List.of("date.words", "date.figures")) {
            Matcher date = Patterns.in(form, text);
            if (date.find()) {
                try {
                    return LocalDate.of(
                            Integer.parseInt(date.group("y")),
                            Integer.parseInt(date.group("m")),
                            Integer.parseInt(date.group("d")));
                } catch (DateTimeException e) {
                    return null;
                }
            }
        }
        return null;
    }
}

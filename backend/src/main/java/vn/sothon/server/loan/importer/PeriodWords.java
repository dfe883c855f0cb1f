package vn.sothon.server.loan.importer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the day that a title or a file name speaks of; a month alone stands for its last day. */
final class PeriodWords {
    private static final PeriodWords LOADED = new PeriodWords(RosterWords.loaded());
    private static final int LABEL_REACH = 24;
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;
    private static final Pattern ISO_DAY = Pattern.compile("(?<!\\d)(\\d{4})[-/. ](\\d{1,2})[-/. ](\\d{1,2})(?!\\d)");
    private static final Pattern LOCAL_DAY = Pattern.compile("(?<!\\d)(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})(?!\\d)");
    private static final Pattern PACKED_DAY = Pattern.compile("(?<!\\d)(\\d{4})(\\d{2})(\\d{2})(?!\\d)");

    private final Pattern spelledDay;
    private final Pattern spelledMonth;
    private final Pattern periodOf;
    private final Pattern periodNot;

    private record Candidate(LocalDate day, int trust, int at) {}

    private PeriodWords(RosterWords words) {
        String day = either(words.plain("DATE_DAY"));
        String month = either(words.plain("DATE_MONTH"));
        String year = either(words.plain("DATE_YEAR"));
        spelledDay = Pattern.compile("(?<![a-z])" + day + " (\\d{1,2}) " + month + " (\\d{1,2}) " + year + " (\\d{4})");
        spelledMonth =
                Pattern.compile("(?<![a-z])" + month + "[ .]?(\\d{1,2})(?: ?[-/._] ?| " + year + " | )(\\d{4})(?!\\d)");
        periodOf = Pattern.compile("(?<![a-z])" + either(words.plain("PERIOD_OF")) + "(?![a-z])");
        periodNot = Pattern.compile("(?<![a-z])" + either(words.plain("PERIOD_NOT")) + "(?![a-z])");
    }

    static PeriodWords loaded() {
        return LOADED;
    }

    @Nullable
    LocalDate inTitles(List<String> titles) {
        Candidate best = null;
        for (String title : titles) {
            Candidate here = in(PlainLetters.of(title));
            if (here != null && (best == null || here.trust() > best.trust())) {
                best = here;
            }
        }
        return best == null ? null : best.day();
    }

    /** Whether a day that follows this text would be the period. */
    boolean isLabel(String text) {
        return trust(PlainLetters.of(text), "0") > 2;
    }

    @Nullable
    LocalDate inFileName(String name) {
        Candidate best = in(PlainLetters.of(name.replace('_', ' ')));
        return best == null ? null : best.day();
    }

    private @Nullable Candidate in(String text) {
        Candidate best = null;
        best = days(best, text, spelledDay, 3, 2, 1);
        best = days(best, text, ISO_DAY, 1, 2, 3);
        best = days(best, text, LOCAL_DAY, 3, 2, 1);
        best = days(best, text, PACKED_DAY, 1, 2, 3);
        Matcher months = spelledMonth.matcher(text);
        while (best == null && months.find()) {
            best = month(number(months, 2), number(months, 1), months.start());
        }
        return best;
    }

    private @Nullable Candidate days(
            @Nullable Candidate best, String text, Pattern pattern, int year, int month, int day) {
        Candidate chosen = best;
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int trust = trust(text.substring(0, matcher.start()), matcher.group());
            LocalDate found = date(number(matcher, year), number(matcher, month), number(matcher, day));
            if (found != null && trust > 0) {
                chosen = better(chosen, new Candidate(found, trust, matcher.start()));
            }
        }
        return chosen;
    }

    /** 0: a day that is not the period's, such as the day of printing or the first of a span. */
    private int trust(String before, String match) {
        String label = before.substring(Math.max(0, before.length() - LABEL_REACH)) + firstWord(match);
        int of = last(periodOf, label);
        int not = last(periodNot, label);
        if (not > of) {
            return 0;
        }
        return of >= 0 ? 3 : 2;
    }

    private static String firstWord(String match) {
        return Character.isDigit(match.charAt(0)) ? "" : match.substring(0, match.indexOf(' '));
    }

    private static int last(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        int last = -1;
        while (matcher.find()) {
            last = matcher.end();
        }
        return last;
    }

    private static @Nullable Candidate better(@Nullable Candidate a, @Nullable Candidate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        boolean later = b.trust() == a.trust() && b.at() > a.at();
        return b.trust() > a.trust() || later ? b : a;
    }

    private static @Nullable Candidate month(int year, int month, int at) {
        LocalDate first = date(year, month, 1);
        return first == null ? null : new Candidate(YearMonth.from(first).atEndOfMonth(), 1, at);
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static String either(List<String> words) {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }
}

package vn.sothon.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whole months, first and last. Figures are kept by month; quarters and years are sums of months. */
public record Period(
        @JsonProperty("from") @JsonSerialize(using = ToStringSerializer.class) YearMonth from,
        @JsonProperty("to") @JsonSerialize(using = ToStringSerializer.class) YearMonth to) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{4})(?:-(?:(\\d{2})|[Qq]([1-4])))?");

    public Period {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("a period ends before it begins");
        }
    }

    public static Period of(YearMonth month) {
        return new Period(month, month);
    }

    public static Period ofYear(int year) {
        return new Period(YearMonth.of(year, 1), YearMonth.of(year, 12));
    }

    public static Period ofQuarter(int year, int quarter) {
        return new Period(YearMonth.of(year, 3 * quarter - 2), YearMonth.of(year, 3 * quarter));
    }

    /**
     * Reads {@code 2026}, {@code 2026-Q3} or {@code 2026-11}.
     *
     * @throws IllegalArgumentException for anything else
     */
    public static Period parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException(text);
        }
        int year = Integer.parseInt(written.group(1));
        if (written.group(3) != null) {
            return ofQuarter(year, Integer.parseInt(written.group(3)));
        }
        try {
            return written.group(2) == null ? ofYear(year) : of(YearMonth.of(year, Integer.parseInt(written.group(2))));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    static String month(LocalDate day) {
        return YearMonth.from(day).toString();
    }

    /** The ISO week of a day: {@code 2026-W47}. */
    static String week(LocalDate day) {
        return String.format(
                Locale.ROOT,
                "%04d-W%02d",
                day.get(IsoFields.WEEK_BASED_YEAR),
                day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}

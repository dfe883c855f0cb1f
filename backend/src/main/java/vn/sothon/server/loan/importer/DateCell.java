package vn.sothon.server.loan.importer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.sothon.server.loan.importer.RosterProblem.Code;

/** Reads a day written the Vietnamese way (day first), the ISO way, or as a spreadsheet's count of days. */
final class DateCell {
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})([ T].*)?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})([ T].*)?");
    private static final Pattern SERIAL = Pattern.compile("\\d{5}([.,]\\d+)?");
    private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
    private static final int DAYS_TO_1904 = 1462;
    private static final int FIRST_YEAR = 1980;
    private static final int LAST_YEAR = 2099;

    private final int shift;

    DateCell(boolean countsFrom1904) {
        this.shift = countsFrom1904 ? DAYS_TO_1904 : 0;
    }

    LocalDate read(SheetCell cell) throws CellFault {
        String text = cell.text();
        try {
            LocalDate day = day(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return day;
            }
        } catch (DateTimeException | ArithmeticException e) {
            throw new CellFault(Code.NOT_A_DATE, text);
        }
        throw new CellFault(Code.NOT_A_DATE, text);
    }

    private LocalDate day(String text) throws CellFault {
        Matcher dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return LocalDate.of(number(dayFirst, 3), number(dayFirst, 2), number(dayFirst, 1));
        }
        Matcher yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches()) {
            return LocalDate.of(number(yearFirst, 1), number(yearFirst, 2), number(yearFirst, 3));
        }
        if (SERIAL.matcher(text).matches()) {
            int days = new BigDecimal(text.replace(',', '.'))
                    .setScale(0, RoundingMode.FLOOR)
                    .intValueExact();
            return DAY_ZERO.plusDays(days + (long) shift);
        }
        throw new CellFault(Code.NOT_A_DATE, text);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}

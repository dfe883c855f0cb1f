package vn.sothon.server.loan.importer;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.importer.RosterProblem.Code;

/** Turns one cell into the value that its column holds; null for an empty one. */
final class CellReader {
    private static final Pattern LEADING_DIGITS = Pattern.compile("(\\d+)(?:\\.0+)?(?:\\D.*)?");
    private static final Pattern NOT_DIGITS = Pattern.compile("\\D+");
    private static final Pattern COUNT = Pattern.compile("\\d{1,9}");
    private static final int SHORT_CODE = 2;
    private static final int DIGITS_SHOWN_OF_PHONE = 3;
    private static final int PHONE_LENGTH = 10;
    private static final int LONGEST_NUMBER = 40;

    private final RosterWords words = RosterWords.loaded();
    private final MoneyCell money;
    private final DateCell dates;

    CellReader(long moneyUnit, boolean datesFrom1904) {
        this.money = new MoneyCell(moneyUnit);
        this.dates = new DateCell(datesFrom1904);
    }

    @Nullable
    Object read(RosterColumn column, SheetCell cell) throws CellFault {
        if (cell.isFaulty()) {
            boolean formula = cell.sort() == SheetCell.Sort.FORMULA_WITHOUT_VALUE;
            throw new CellFault(formula ? Code.FORMULA_WITHOUT_VALUE : Code.CELL_ERROR, cell.text());
        }
        if (cell.isBlank()) {
            return whenBlank(column);
        }
        return switch (column.content()) {
            case TEXT -> written(cell);
            case CODE -> code(column, cell);
            case LOAN_NUMBER -> LoanNumberCell.read(cell).digits();
            case PHONE -> maskedPhone(written(cell));
            // Exports write 0 where there is no date.
            case DATE -> cell.text().equals("0") ? null : dates.read(cell);
            case MONEY, MONEY_OR_ZERO -> money.read(cell, false);
            case ACCRUED_MONEY -> money.read(cell, true);
            case STATUS -> words.status(cell.text());
            case COUNT -> count(cell);
        };
    }

    private static @Nullable Object whenBlank(RosterColumn column) {
        return switch (column.content()) {
            case MONEY_OR_ZERO, ACCRUED_MONEY -> 0L;
            default -> null;
        };
    }

    private @Nullable String code(RosterColumn column, SheetCell cell) {
        String text = written(cell);
        if (column.width() == SHORT_CODE) {
            return shortCode(column, text);
        }
        return cell.isNumber() ? padded(text, column.width()) : text;
    }

    private @Nullable String shortCode(RosterColumn column, String text) {
        Matcher digits = LEADING_DIGITS.matcher(text);
        if (digits.matches()) {
            return padded(digits.group(1), SHORT_CODE);
        }
        return column == RosterColumn.ASSOCIATION_CODE ? words.associationCode(text) : words.programmeCode(text);
    }

    private static String padded(String digits, int width) {
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String written(SheetCell cell) {
        if (!cell.isNumber()) {
            return cell.text();
        }
        BigDecimal number = new BigDecimal(cell.text());
        boolean plain = Math.abs((long) number.precision() - number.scale()) <= LONGEST_NUMBER
                && Math.abs((long) number.scale()) <= LONGEST_NUMBER;
        return plain && number.signum() != 0 ? number.stripTrailingZeros().toPlainString() : cell.text();
    }

    private static @Nullable String maskedPhone(String text) {
        String digits = NOT_DIGITS.matcher(text).replaceAll("");
        if (digits.length() <= DIGITS_SHOWN_OF_PHONE) {
            return null;
        }
        int hidden = Math.max(digits.length(), PHONE_LENGTH) - DIGITS_SHOWN_OF_PHONE;
        return "*".repeat(hidden) + digits.substring(digits.length() - DIGITS_SHOWN_OF_PHONE);
    }

    private static Long count(SheetCell cell) throws CellFault {
        String text = written(cell);
        if (!COUNT.matcher(text).matches()) {
            throw new CellFault(Code.NOT_A_COUNT, cell.text());
        }
        return Long.valueOf(text);
    }
}

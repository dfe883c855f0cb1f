package vn.sothon.server.loan.importer;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import vn.sothon.server.loan.importer.RosterProblem.Code;

/**
 * Reads the 16 digits of a loan.
 *
 * <p>A spreadsheet holds numbers in binary, exactly up to 2^53, but keeps no more than 15 digits of what is typed or
 * loaded into it: the 16th becomes 0. A numeric cell with a last digit other than 0 was therefore written by a program
 * and is exact. One that ends in 0 is exact only if other cells of the same column show that a program wrote it.
 */
record LoanNumberCell(String digits, Certainty certainty) {
    enum Certainty {
        EXACT,
        /** A numeric cell with 16 telling digits: it proves the column whole. */
        EXACT_AND_PROVES_COLUMN,
        NEEDS_PROOF
    }

    private static final int LENGTH = 16;
    private static final int FEWEST_TELLING_DIGITS = 12;
    private static final BigDecimal EXACT_BELOW = BigDecimal.valueOf(1L << 53);
    private static final Pattern DIGITS = Pattern.compile("\\d{16}");
    private static final Pattern ROUNDED = Pattern.compile("\\d+([.,]\\d+)?[eE]\\+?\\d+");

    static LoanNumberCell read(SheetCell cell) throws CellFault {
        return cell.isNumber() ? fromNumber(cell.text()) : fromText(cell.text());
    }

    private static LoanNumberCell fromText(String text) throws CellFault {
        String bare = text.startsWith("'") ? text.substring(1).strip() : text;
        if (DIGITS.matcher(bare).matches()) {
            return new LoanNumberCell(bare, Certainty.EXACT);
        }
        boolean rounded = ROUNDED.matcher(bare.replace(" ", "")).matches();
        throw new CellFault(rounded ? Code.LOAN_NUMBER_DIGITS_LOST : Code.LOAN_NUMBER_NOT_16_DIGITS, text);
    }

    private static LoanNumberCell fromNumber(String stored) throws CellFault {
        BigDecimal number = new BigDecimal(stored);
        if (Math.abs((long) number.precision() - number.scale()) > 2 * LENGTH) {
            throw new CellFault(Code.LOAN_NUMBER_NOT_16_DIGITS, stored);
        }
        BigDecimal telling = number.stripTrailingZeros();
        String digits = telling.toPlainString();
        if (!DIGITS.matcher(digits).matches()) {
            throw new CellFault(Code.LOAN_NUMBER_NOT_16_DIGITS, stored);
        }
        if (number.compareTo(EXACT_BELOW) >= 0 || telling.precision() < FEWEST_TELLING_DIGITS) {
            throw new CellFault(Code.LOAN_NUMBER_DIGITS_LOST, stored);
        }
        boolean proves = telling.precision() == LENGTH;
        return new LoanNumberCell(digits, proves ? Certainty.EXACT_AND_PROVES_COLUMN : Certainty.NEEDS_PROOF);
    }
}

package vn.sothon.server.loan.importer;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong in one row.
 *
 * @param rowNumber as the spreadsheet shows it, from 1
 * @param column null when the row as a whole is at fault
 * @param text what stood in the cell, cut short; empty when nothing did
 * @param rowSkipped whether the row was left out; else only the cell was
 */
public record RosterProblem(int rowNumber, @Nullable RosterColumn column, Code code, String text, boolean rowSkipped) {
    public enum Code {
        MISSING_LOAN_NUMBER,
        /** A spreadsheet turned the number into a rounded one; its last digits cannot be known. */
        LOAN_NUMBER_DIGITS_LOST,
        LOAN_NUMBER_NOT_16_DIGITS,
        MISSING_VALUE,
        FORMULA_WITHOUT_VALUE,
        CELL_ERROR,
        NOT_A_DATE,
        NOT_AN_AMOUNT,
        AMOUNT_DIGITS_LOST,
        NOT_WHOLE_DONG,
        NEGATIVE_AMOUNT,
        AMOUNT_OUT_OF_RANGE,
        NOT_A_COUNT,
        UNKNOWN_STATUS,
        /** The same loan, customer or group again with another value in this column; the first row was kept. */
        DUPLICATE_CONFLICT,
        /** Another report date than most rows carry. */
        OTHER_PERIOD
    }

    private static final int LONGEST_TEXT = 60;

    public RosterProblem {
        text = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "\u2026" : text;
    }
}

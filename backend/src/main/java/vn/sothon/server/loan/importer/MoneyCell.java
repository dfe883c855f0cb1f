package vn.sothon.server.loan.importer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import vn.sothon.server.loan.importer.RosterProblem.Code;

/** Reads money as whole dong from a stored number or from text grouped in any of the usual ways. */
final class MoneyCell {
    private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000_000_000L);
    /** Binary fractions leave dust behind; anything smaller than this is dust. */
    private static final BigDecimal DUST = new BigDecimal("0.001");

    private static final int MOST_DIGITS = 40;
    private static final Pattern PLAIN = Pattern.compile("-?\\d+");
    private static final Pattern GROUPED_BY_DOT = Pattern.compile("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?");
    private static final Pattern GROUPED_BY_COMMA = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern FRACTION = Pattern.compile("-?\\d+[.,]\\d+");
    private static final Pattern ROUNDED = Pattern.compile("-?\\d+([.,]\\d+)?[eE]\\+?\\d+");

    private final BigDecimal unit;
    private final List<String> suffixes;

    /** For a roster whose unit of money is so many dong: 1, a thousand or a million. */
    MoneyCell(long unit) {
        this.unit = BigDecimal.valueOf(unit);
        this.suffixes = RosterWords.loaded().plain("MONEY_SUFFIX").stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    long read(SheetCell cell, boolean mayCarryFraction) throws CellFault {
        String text = cell.text();
        BigDecimal stored = cell.isNumber() ? new BigDecimal(text) : number(text);
        if (Math.abs((long) stored.precision() - stored.scale()) > MOST_DIGITS
                || Math.abs((long) stored.scale()) > MOST_DIGITS) {
            throw new CellFault(Code.AMOUNT_OUT_OF_RANGE, text);
        }
        BigDecimal amount = stored.multiply(unit);
        BigDecimal whole = amount.setScale(0, RoundingMode.HALF_UP);
        if (!mayCarryFraction && amount.subtract(whole).abs().compareTo(DUST) > 0) {
            throw new CellFault(Code.NOT_WHOLE_DONG, text);
        }
        if (whole.signum() < 0) {
            throw new CellFault(Code.NEGATIVE_AMOUNT, text);
        }
        if (whole.compareTo(LARGEST) > 0) {
            throw new CellFault(Code.AMOUNT_OUT_OF_RANGE, text);
        }
        return whole.longValueExact();
    }

    private BigDecimal number(String text) throws CellFault {
        String bare = withoutSuffix(PlainLetters.of(text)).replace(" ", "");
        if (bare.equals("-")) {
            return BigDecimal.ZERO;
        }
        if (bare.startsWith("(") && bare.endsWith(")")) {
            bare = "-" + bare.substring(1, bare.length() - 1);
        }
        if (bare.length() > MOST_DIGITS) {
            throw new CellFault(Code.NOT_AN_AMOUNT, text);
        }
        if (PLAIN.matcher(bare).matches()) {
            return new BigDecimal(bare);
        }
        if (GROUPED_BY_DOT.matcher(bare).matches()) {
            return new BigDecimal(bare.replace(".", "").replace(',', '.'));
        }
        if (GROUPED_BY_COMMA.matcher(bare).matches()) {
            return new BigDecimal(bare.replace(",", ""));
        }
        if (FRACTION.matcher(bare).matches()) {
            return new BigDecimal(bare.replace(',', '.'));
        }
        boolean rounded = ROUNDED.matcher(bare).matches();
        throw new CellFault(rounded ? Code.AMOUNT_DIGITS_LOST : Code.NOT_AN_AMOUNT, text);
    }

    private String withoutSuffix(String text) {
        for (String suffix : suffixes) {
            if (text.endsWith(suffix)) {
                return text.substring(0, text.length() - suffix.length()).strip();
            }
        }
        return text;
    }
}

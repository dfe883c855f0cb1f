package vn.sothon.server.console.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.rule.DueDates;

/** Days, times and sums as people here write them; templates know it as {@code fmt}. */
public record Formats(Locale locale) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu", Locale.ROOT).withZone(DueDates.VIET_NAM);

    public String day(@Nullable LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** In Viet Nam's time. */
    public String time(@Nullable Instant time) {
        return time == null ? "" : TIME.format(time);
    }

    /** A whole number, thousands parted. */
    public String number(@Nullable Long number) {
        return number == null ? "" : parted().format(number);
    }

    /** Whole dong. */
    public String money(@Nullable Long dong) {
        return dong == null ? "" : parted().format(dong) + "\u00a0\u20ab";
    }

    /** With the decimals it has. */
    public String decimal(@Nullable BigDecimal number) {
        if (number == null) {
            return "";
        }
        BigDecimal plain = number.stripTrailingZeros();
        DecimalFormat format = parted();
        format.setMaximumFractionDigits(Math.max(0, plain.scale()));
        return format.format(plain);
    }

    private DecimalFormat parted() {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(locale.getLanguage().equals("en") ? ',' : '.');
        symbols.setDecimalSeparator(locale.getLanguage().equals("en") ? '.' : ',');
        return new DecimalFormat("#,##0", symbols);
    }
}

package vn.sothon.server.console.records;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A table that spreadsheets open with marks intact, and in which no cell is ever a formula. */
final class CsvText {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private final StringBuilder text = new StringBuilder(BYTE_ORDER_MARK);

    void row(List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            text.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        text.append("\r\n");
    }

    byte[] bytes() {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String cell(@Nullable Object value) {
        String plain = value == null ? "" : value.toString();
        boolean formula = !plain.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(plain.charAt(0)) >= 0;
        return '"' + (formula ? "'" : "") + plain.replace("\"", "\"\"") + '"';
    }
}

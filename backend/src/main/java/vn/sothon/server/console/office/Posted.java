package vn.sothon.server.console.office;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.page.Form;

/** Reads what {@link Form} does not: sums, ids, and fields sent several times. */
final class Posted {
    private static final long MOST = 1_000_000_000_000L;

    private Posted() {}

    /** Every value of a field. */
    static List<String> all(Map<String, ?> posted, String field) {
        Object value = posted.get(field);
        List<String> all = new ArrayList<>();
        if (value instanceof Iterable<?> many) {
            many.forEach(one -> all.add(String.valueOf(one)));
        } else if (value != null) {
            all.add(value.toString());
        }
        return all;
    }

    static Optional<UUID> id(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whole dong, as people write them: 50.000.000 or 50000000; absent if empty or refused. */
    static @Nullable Long money(Form form, String field) {
        String digits = form.value(field).replaceAll("[.,\\s\u00a0\u20ab\u0111]", "");
        if (digits.isEmpty()) {
            return null;
        }
        try {
            long money = Long.parseLong(digits);
            if (money >= 0 && money <= MOST) {
                return money;
            }
        } catch (NumberFormatException e) {
            // Told below, as any other sum that is none.
        }
        form.refuse(field, "form.no-money");
        return null;
    }
}

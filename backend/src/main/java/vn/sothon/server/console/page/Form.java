package vn.sothon.server.console.page;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed, and what is wrong with it. A controller reads each field through here; if something is wrong, the
 * same page is shown again with the message at the field and everything typed still there.
 */
public final class Form {
    private static final DateTimeFormatter AS_SPOKEN = DateTimeFormatter.ofPattern("d/M/uuuu", Locale.ROOT);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(\\.\\d{3})+");

    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Fault> faults = new LinkedHashMap<>();

    /** What is wrong with a field: the key of a text, and its arguments. */
    @SuppressWarnings("ArrayRecordComponent") // only handed on to a sentence
    public record Fault(String field, String key, Object... arguments) {}

    private Form() {}

    public static Form empty() {
        return new Form();
    }

    /** Text as it came: NFC, without spaces around. */
    public static Form of(Map<String, ?> posted) {
        Form form = new Form();
        posted.forEach((field, value) -> {
            Object first = value instanceof Iterable<?> many && many.iterator().hasNext()
                    ? many.iterator().next()
                    : value;
            if (first != null) {
                form.with(field, first.toString());
            }
        });
        return form;
    }

    /** All values a form sent under one name, as boxes that were ticked. */
    public static List<String> all(Map<String, ?> posted, String field) {
        Object value = posted.get(field);
        if (value instanceof Collection<?> many) {
            return many.stream().map(Object::toString).toList();
        }
        return value == null ? List.of() : List.of(value.toString());
    }

    public Form with(String field, @Nullable String value) {
        values.put(field, value == null ? "" : Normalizer.normalize(value.strip(), Normalizer.Form.NFC));
        return this;
    }

    /** What stands in the field now; nothing if nothing does. */
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    /** Whether the field was sent or filled at all. */
    public boolean has(String field) {
        return values.containsKey(field);
    }

    public boolean checked(String field) {
        return !value(field).isEmpty();
    }

    public @Nullable Fault fault(String field) {
        return faults.get(field);
    }

    public Iterable<Fault> faults() {
        return faults.values();
    }

    public boolean isGood() {
        return faults.isEmpty();
    }

    /** Says what is wrong with a field; the first word about a field stands. */
    public Form refuse(String field, String key, Object... arguments) {
        faults.putIfAbsent(field, new Fault(field, key, arguments));
        return this;
    }

    /** Text that must be there and no longer than that. */
    public String required(String field, int max) {
        String value = value(field);
        if (value.isEmpty()) {
            refuse(field, "form.required");
        }
        return limited(field, value, max);
    }

    /** Text that may be left out. */
    public @Nullable String optional(String field, int max) {
        String value = value(field);
        return value.isEmpty() ? null : limited(field, value, max);
    }

    private String limited(String field, String value, int max) {
        if (value.length() > max) {
            refuse(field, "form.too-long", max);
        }
        if (value.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')) {
            refuse(field, "form.strange-characters");
        }
        return value;
    }

    /** One of an enumeration's names; absent, and refused, if it is none. */
    public <E extends Enum<E>> Optional<E> choice(String field, Class<E> type) {
        Optional<E> chosen = Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equals(value(field)))
                .findFirst();
        if (chosen.isEmpty()) {
            refuse(field, value(field).isEmpty() ? "form.required" : "form.not-one-of-these");
        }
        return chosen;
    }

    /** A day as a date field sends it or as people write it; absent if empty or refused. */
    public Optional<LocalDate> day(String field) {
        String value = value(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(value.contains("/") ? LocalDate.parse(value, AS_SPOKEN) : LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            refuse(field, "form.no-day");
            return Optional.empty();
        }
    }

    /** A number as people write it, {@code 1.234,5} or {@code 17.5}; absent if refused. */
    public Optional<BigDecimal> decimal(String field) {
        String value = required(field, 20).replace(" ", "");
        String plain = value.contains(",")
                ? value.replace(".", "").replace(',', '.')
                : THOUSANDS.matcher(value).matches() ? value.replace(".", "") : value;
        if (NUMBER.matcher(plain).matches()) {
            return Optional.of(new BigDecimal(plain));
        }
        refuse(field, "form.no-number");
        return Optional.empty();
    }

    /** A whole number within bounds; absent if empty or refused. */
    public Optional<Integer> whole(String field, int least, int most) {
        String value = value(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.matches("\\d{1,6}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most) {
            return Optional.of(Integer.valueOf(value));
        }
        refuse(field, "form.not-between", least, most);
        return Optional.empty();
    }
}

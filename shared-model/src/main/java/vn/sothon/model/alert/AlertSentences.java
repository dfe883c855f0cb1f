package vn.sothon.model.alert;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Says an alert in words, from a bundle beside this class; the same on phone, console and command line. */
public final class AlertSentences {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ROOT);
    private static final String OTHER = "OTHER";

    private final Properties words = new Properties();

    private AlertSentences(String bundle) {
        try (InputStream stream = AlertSentences.class.getResourceAsStream(bundle)) {
            if (stream == null) {
                throw new IllegalStateException("missing from the build: " + bundle);
            }
            try (Reader reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
                words.load(reader);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(bundle, e);
        }
    }

    /** Vietnamese unless English is asked for: that is what the people of a commune read. */
    public static AlertSentences in(Locale locale) {
        return new AlertSentences(
                locale.getLanguage().equals("en") ? "alert-sentences-en.properties" : "alert-sentences-vi.properties");
    }

    /** A few words: what kind of alert it is. */
    public String title(String rule) {
        return words.getProperty(known(rule) + ".title", rule);
    }

    /** One to four short sentences with what the alert names. */
    public String say(AlertView alert) {
        return say(alert.rule(), alert.args());
    }

    /** The same for a rule and what its sentence names. */
    public String say(String rule, Map<String, String> args) {
        String known = known(rule);
        StringBuilder said = new StringBuilder(words.getProperty(known, ""));
        for (String part : words.getProperty(known + ".parts", "").trim().split("\\s+", -1)) {
            if (args.containsKey(part)) {
                said.append(said.length() == 0 ? "" : " ").append(words.getProperty(known + "." + part, ""));
            }
        }
        return filled(said.toString(), rule, args);
    }

    /** A code of the alerts' own vocabulary in words: {@code severity.CRITICAL}, {@code state.OPEN}, {@code note.…}. */
    public String word(String kind, String code) {
        return words.getProperty(kind + "." + code, code);
    }

    private String known(String rule) {
        return words.containsKey(rule + ".title") ? rule : OTHER;
    }

    private String filled(String template, String rule, Map<String, String> args) {
        StringBuilder said = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            String name = template.substring(open + 1, close);
            String value = value(name, name.equals("rule") ? rule : args.get(name));
            value = withoutWordBefore(template.substring(at, open), value);
            // A title that ends as a sentence does not end the sentence about it twice.
            boolean twice = value.endsWith(".") && template.startsWith(".", close + 1);
            said.append(template, at, open).append(value, 0, value.length() - (twice ? 1 : 0));
            at = close + 1;
        }
        return said.append(template, at, template.length()).toString();
    }

    /** A group called "Group 3" is not told of as "group Group 3": a name that begins with the word before it loses it. */
    private static String withoutWordBefore(String before, String value) {
        String words = before.trim().replaceAll("\\p{Punct}+$", "");
        String last = words.substring(words.lastIndexOf(' ') + 1);
        int length = last.length() + 1;
        boolean same =
                !last.isEmpty() && value.length() > length && value.regionMatches(true, 0, last + " ", 0, length);
        return same ? value.substring(length) : value;
    }

    private String value(String name, @Nullable String value) {
        if (value == null) {
            return "";
        }
        if (name.endsWith("Dong")) {
            return dong(value);
        }
        if (name.endsWith("Day")) {
            return LocalDate.parse(value).format(DAY);
        }
        return words.getProperty(name + "." + value, value);
    }

    /** 50.000.000: groups of three, as the papers write it. */
    private String dong(String digits) {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                grouped.append('.');
            }
            grouped.append(digits.charAt(i));
        }
        return grouped.append(' ').append(words.getProperty("dong", "VND")).toString();
    }
}

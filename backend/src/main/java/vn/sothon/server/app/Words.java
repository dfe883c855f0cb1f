package vn.sothon.server.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/** Sentences with {@code {names}} in them, from a bundle under {@code /words}; Vietnamese unless English is asked for. */
final class Words {
    private final Properties sentences = new Properties();
    private final NumberFormat numbers;

    private Words(String file, Locale locale) {
        numbers = NumberFormat.getIntegerInstance(locale);
        try (InputStream in = Words.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            sentences.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Words of(String bundle, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return new Words(
                "/words/" + bundle + (english ? "-en" : "-vi") + ".properties",
                english ? Locale.ENGLISH : Locale.forLanguageTag("vi"));
    }

    /** The sentence of that name; a name this build does not know stands for itself. */
    String say(String name, Map<String, String> values) {
        String sentence = sentences.getProperty(name, name);
        for (Map.Entry<String, String> value : values.entrySet()) {
            sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
        }
        return sentence;
    }

    /** 1.234 in Vietnamese. */
    String number(long n) {
        return numbers.format(n);
    }
}

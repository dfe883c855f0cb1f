package vn.sothon.server.console.page;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The console's words. The first part of a key names the file: {@code people.title} stands in
 * {@code console/text/people_vi.properties}, and in English in {@code people_en.properties}.
 */
@Singleton
public final class Texts {
    private final Map<String, Properties> files = new ConcurrentHashMap<>();

    /** The text in that language, else in Vietnamese; arguments fill {@code {0}}, {@code {1}} … */
    public Optional<String> find(Locale locale, String key, Object... arguments) {
        int dot = key.indexOf('.');
        if (dot < 1) {
            return Optional.empty();
        }
        String file = key.substring(0, dot);
        String text = file(file + "_" + locale.getLanguage()).getProperty(key);
        if (text == null) {
            text = file(file + "_vi").getProperty(key);
        }
        if (text == null) {
            return Optional.empty();
        }
        return Optional.of(arguments.length == 0 ? text : new MessageFormat(text, locale).format(arguments));
    }

    /** The text, or the key itself where there is none: seen at once, and by every page's test. */
    public String say(Locale locale, String key, Object... arguments) {
        return find(locale, key, arguments).orElse("??" + key + "??");
    }

    private Properties file(String name) {
        return files.computeIfAbsent(name, Texts::read);
    }

    private static Properties read(String name) {
        Properties texts = new Properties();
        // A key may come from an address: only names of files of ours are looked for.
        if (!name.matches("[a-z_-]{1,40}")) {
            return texts;
        }
        try (InputStream in = Texts.class.getResourceAsStream("/console/text/" + name + ".properties")) {
            if (in != null) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}

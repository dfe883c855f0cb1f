package vn.sothon.server.plan.importer;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The regular expressions of the importer's vocabulary, by name. */
final class Patterns {
    private static final Map<String, Pattern> BY_NAME = load();

    private Patterns() {}

    static Pattern get(String name) {
        Pattern pattern = BY_NAME.get(name);
        if (pattern == null) {
            throw new IllegalStateException("No pattern is called " + name);
        }
        return pattern;
    }

    /** Matches the text with its tones evened; places found hold for the text itself. */
    static Matcher in(String name, String text) {
        return get(name).matcher(Wording.evenTones(text));
    }

    static boolean matches(String name, String text) {
        return in(name, text).matches();
    }

    static boolean finds(String name, String text) {
        return in(name, text).find();
    }

    /** The group's words as the text has them, not as they were matched. */
    static String group(Matcher matcher, String group, String text) {
        return text.substring(matcher.start(group), matcher.end(group)).strip();
    }

    private static Map<String, Pattern> load() {
        Map<String, Pattern> patterns = new HashMap<>();
        WordLists.pairs("patterns.txt")
                .forEach((name, expression) ->
                        patterns.put(name, Pattern.compile(expression, Pattern.UNICODE_CHARACTER_CLASS)));
        return patterns;
    }
}

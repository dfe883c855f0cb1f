package vn.sothon.app.ui.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ready phrases inside free text, each on a line of its own. */
final class Phrases {
    private static final String LINE = "\n";

    private Phrases() {}

    static boolean has(@Nullable String text, String phrase) {
        return lines(text).contains(phrase);
    }

    /** With the phrase if it was without, and the other way round; what else is written stays. */
    static String turned(@Nullable String text, String phrase) {
        List<String> lines = lines(text);
        if (!lines.remove(phrase)) {
            lines.add(phrase);
        }
        return String.join(LINE, lines);
    }

    private static List<String> lines(@Nullable String text) {
        List<String> lines = new ArrayList<>(Arrays.asList((text == null ? "" : text).split(LINE)));
        lines.removeIf(line -> line.trim().isEmpty());
        return lines;
    }
}

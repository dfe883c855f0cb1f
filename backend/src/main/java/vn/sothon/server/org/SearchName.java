package vn.sothon.server.org;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name without marks, case and double spaces: SQLite's own comparisons know only ASCII. */
public final class SearchName {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    private SearchName() {}

    public static String of(String name) {
        String bare =
                MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
        // The barred d is a letter of its own and does not decompose.
        String lower = bare.toLowerCase(Locale.ROOT).replace('\u0111', 'd');
        return SPACES.matcher(lower.strip()).replaceAll(" ");
    }
}

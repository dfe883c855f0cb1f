package vn.sothon.server.loan.importer;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as two clerks would agree it is the same: without marks, case and extra space. */
final class PlainLetters {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0]+");
    private static final Pattern NOT_WORD = Pattern.compile("[^a-z0-9]+");
    private static final Pattern PARENTHESES = Pattern.compile("\\([^)]*\\)");

    private PlainLetters() {}

    /** Marks and case gone, d with a stroke as d (NFD does not decompose it), spaces single; punctuation stays. */
    static String of(String text) {
        String marksGone =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        String lower = marksGone.replace('\u0110', 'D').replace('\u0111', 'd').toLowerCase(Locale.ROOT);
        return SPACES.matcher(lower).replaceAll(" ").strip();
    }

    /** Letters and digits only, words parted by one space. */
    static String words(String text) {
        return NOT_WORD.matcher(of(text)).replaceAll(" ").strip();
    }

    /** As {@link #words}, without what stands in parentheses, such as a unit. */
    static String heading(String text) {
        String bare = words(PARENTHESES.matcher(text).replaceAll(" "));
        return bare.isEmpty() ? words(text) : bare;
    }
}

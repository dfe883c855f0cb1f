package vn.sothon.server.plan.importer;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts lines back together where a page or a column broke them: words, numbers of documents, and spaces. */
final class LineJoin {
    private static final Pattern NUMBER_GOES_ON = Pattern.compile("^[-/]\\p{Lu}.*");
    private static final Pattern NUMBER_STEM = Pattern.compile(".*(?:\\d|\\p{Lu})[-/]$");

    private LineJoin() {}

    /** Whether nothing stood between the two words before the line was broken. */
    static boolean withoutSpace(String before, String after) {
        if (before.length() > 1 && (before.endsWith("-") || before.endsWith("/"))) {
            return before.endsWith("/") || NUMBER_STEM.matcher(before).matches();
        }
        char last = before.charAt(before.length() - 1);
        if ((Character.isDigit(last) || Character.isUpperCase(last))
                && NUMBER_GOES_ON.matcher(after).matches()) {
            return true;
        }
        return Syllables.belongTogether(before, after);
    }

    static String join(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.isEmpty()) {
                text.append(line);
                continue;
            }
            String before = text.substring(text.lastIndexOf(" ") + 1);
            int space = line.indexOf(' ');
            String after = space < 0 ? line : line.substring(0, space);
            if (!withoutSpace(before, after)) {
                text.append(' ');
            }
            text.append(line);
        }
        return mendNumbers(text.toString());
    }

    /** "23 - KH/TU" is one number of a document. */
    static String mendNumbers(String text) {
        Matcher broken = Patterns.get("document.broken-number").matcher(text);
        return broken.replaceAll("$1$2$3$4");
    }
}

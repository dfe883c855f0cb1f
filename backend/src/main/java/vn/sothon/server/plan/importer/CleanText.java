package vn.sothon.server.plan.importer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns a file's text into lines that differ only where the plan differs: one form of letters, quotes and spaces. */
final class CleanText {
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201c\u201d\u201e\u201f\u00ab\u00bb\uff02]|''");
    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u2018\u2019\u201b]");
    private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u2000-\u200a\u202f\u3000]+");
    private static final Pattern UNSEEN = Pattern.compile("[\u00ad\u200b-\u200f\u2060\ufeff]");
    private static final Pattern HEADING_MARK = Pattern.compile("^#{1,6}\\s*");
    private static final Pattern EMPHASIS = Pattern.compile("^[*_](\\S.*\\S)[*_]$");
    private static final Pattern BOLD = Pattern.compile("\\*\\*|__(?=\\S)|(?<=\\S)__");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([-.*#()])");

    private static final Pattern WIDE_GAP = Pattern.compile("(?<=\\S)(?: {4,}|\t+)(?=\\S)");

    private CleanText() {}

    static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String raw : text.split("\\R", -1)) {
            number++;
            for (String part : columns(raw)) {
                Line line = Line.of(number, part);
                if (line != null) {
                    lines.add(line);
                }
            }
        }
        return lines;
    }

    /** Letterhead and signatures stand in two columns; the right one is known by its words. */
    static List<String> columns(String raw) {
        Matcher gap = WIDE_GAP.matcher(raw);
        while (gap.find()) {
            String right = raw.substring(gap.end());
            String clean = clean(right);
            if (Patterns.matches("column.right", clean)
                    || Patterns.matches("issuer.dateline", clean)
                    || Patterns.matches("signer.position", clean)) {
                return List.of(raw.substring(0, gap.start()), right);
            }
        }
        return List.of(raw);
    }

    static String clean(String raw) {
        String text = Normalizer.normalize(raw, Normalizer.Form.NFC);
        text = UNSEEN.matcher(text).replaceAll("");
        text = DOUBLE_QUOTES.matcher(text).replaceAll("\"");
        text = SINGLE_QUOTES.matcher(text).replaceAll("'");
        text = SPACES.matcher(text).replaceAll(" ").strip();
        text = HEADING_MARK.matcher(text).replaceFirst("");
        text = BOLD.matcher(text).replaceAll("").strip();
        text = EMPHASIS.matcher(text).replaceFirst("$1");
        return ESCAPED.matcher(text).replaceAll("$1").strip();
    }
}

package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Tells the end of a paragraph from the end of a line, although blank lines say nothing. A line that had room for the
 * next word was ended on purpose; how much room counts is learned from the lines that surely go on.
 */
final class Paragraphs {
    private static final int LONGEST_WRAPPED_LINE = 200;
    private static final Phrases<Boolean> OPENERS = openers();

    private final boolean wrapped;
    private final int leastFilled;

    private Paragraphs(boolean wrapped, int leastFilled) {
        this.wrapped = wrapped;
        this.leastFilled = leastFilled;
    }

    static Paragraphs learn(List<Line> lines) {
        int longest = 0;
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            longest = Math.max(longest, lines.get(i).text().length());
            if (i + 1 < lines.size()
                    && Character.isLowerCase(lines.get(i + 1).text().charAt(0))) {
                filled.add(filled(lines.get(i), lines.get(i + 1)));
            }
        }
        Collections.sort(filled);
        int least = filled.isEmpty() ? 0 : filled.get(filled.size() / 20);
        return new Paragraphs(longest <= LONGEST_WRAPPED_LINE, least);
    }

    private static int filled(Line line, Line next) {
        int space = next.text().indexOf(' ');
        return line.text().length() + 1 + (space < 0 ? next.text().length() : space);
    }

    boolean endsBetween(Line line, Line next) {
        if (Patterns.matches("item.bullet", next.text())) {
            return true;
        }
        if (!Wording.startsCapital(next.text())) {
            return false;
        }
        if (!wrapped || next.indented() || filled(line, next) < leastFilled) {
            return true;
        }
        char last = line.text().charAt(line.text().length() - 1);
        return ".;:,-".indexOf(last) < 0 && opens(next.text());
    }

    /** A verb in the middle of a sentence would not be capital. */
    private static boolean opens(String text) {
        return OPENERS.longestAt(Token.of(text), 0) != null;
    }

    List<List<Line>> split(List<Line> lines) {
        List<List<Line>> paragraphs = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (i == 0 || endsBetween(lines.get(i - 1), lines.get(i))) {
                paragraphs.add(new ArrayList<>());
            }
            paragraphs.get(paragraphs.size() - 1).add(lines.get(i));
        }
        return paragraphs;
    }

    static String join(List<Line> lines) {
        return LineJoin.join(lines.stream().map(Line::text).toList());
    }

    private static Phrases<Boolean> openers() {
        Phrases<Boolean> openers = new Phrases<>();
        WordLists.lines("sentence-openers.txt").forEach(opener -> openers.add(Wording.keys(opener), true));
        return openers;
    }
}

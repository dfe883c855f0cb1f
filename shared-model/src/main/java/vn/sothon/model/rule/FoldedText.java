package vn.sothon.model.rule;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text as its bare words, each behind one space: no marks, no case, no punctuation but {@code .} and {@code ;} where
 * a sentence ends. Remembers where every letter stood, so that what is found can be quoted as written.
 */
public final class FoldedText {
    private final String original;
    private final StringBuilder folded = new StringBuilder();
    private int[] starts;
    private int[] ends;

    private FoldedText(String original) {
        this.original = original;
        starts = new int[original.length() * 2 + 2];
        ends = new int[starts.length];
        fold();
        starts = Arrays.copyOf(starts, folded.length());
        ends = Arrays.copyOf(ends, folded.length());
    }

    static FoldedText of(String original) {
        return new FoldedText(original);
    }

    /** The words alone, for comparing. */
    public static String words(String text) {
        return of(text).folded();
    }

    String folded() {
        return folded.toString();
    }

    /** The original between two places of the folded text; the first may be the space before a word. */
    String quote(int from, int to) {
        int first = folded.charAt(from) == ' ' ? from + 1 : from;
        return original.substring(starts[first], ends[to - 1]);
    }

    private void fold() {
        boolean inWord = false;
        for (int i = 0; i < original.length(); i++) {
            char c = original.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                if (inWord) {
                    ends[folded.length() - 1] = i + 1;
                }
                continue;
            }
            if (Character.isLetterOrDigit(c)) {
                if (!inWord) {
                    put(' ', i, i);
                }
                put(bare(c), i, i + 1);
                inWord = true;
                continue;
            }
            inWord = false;
            if (c == ';' || (c == '.' && endsSentence(i))) {
                put(' ', i, i);
                put(c, i, i + 1);
            }
        }
    }

    private boolean endsSentence(int at) {
        return at + 1 == original.length() || Character.isWhitespace(original.charAt(at + 1));
    }

    private void put(char c, int start, int end) {
        starts[folded.length()] = start;
        ends[folded.length()] = end;
        folded.append(c);
    }

    static char bare(char c) {
        char letter = Character.toLowerCase(c);
        if (letter < 0x80) {
            return letter;
        }
        // The letter d with a stroke has no decomposition.
        return letter == '\u0111'
                ? 'd'
                : Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD)
                        .charAt(0);
    }
}

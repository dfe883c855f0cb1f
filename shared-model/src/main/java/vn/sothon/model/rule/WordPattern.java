package vn.sothon.model.rule;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words to look for, as the word lists write them; the writing is explained in accepted-phrases.txt. */
final class WordPattern {
    private final Pattern pattern;

    private WordPattern(Pattern pattern) {
        this.pattern = pattern;
    }

    static WordPattern of(String list) {
        String words = expanded(list);
        StringBuilder regex = new StringBuilder();
        boolean inWord = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (Character.getType(c) == Character.NON_SPACING_MARK) {
                continue;
            }
            if (Character.isLetterOrDigit(c)) {
                if (!inWord) {
                    regex.append(' ');
                }
                regex.append(FoldedText.bare(c));
                inWord = true;
                continue;
            }
            inWord = false;
            if (c == '~') {
                int end = i + 1;
                while (end < words.length() && Character.isDigit(words.charAt(end))) {
                    end++;
                }
                regex.append("(?: [a-z0-9]+){0,").append(words, i + 1, end).append("}?");
                i = end - 1;
            } else {
                regex.append(syntax(c, words));
            }
        }
        return new WordPattern(Pattern.compile(regex.append("(?= |$)").toString()));
    }

    /** With every {@code {name}} replaced by the words of that class. */
    private static String expanded(String list) {
        String words = list;
        for (int open = words.indexOf('{'); open >= 0; open = words.indexOf('{')) {
            int close = words.indexOf('}', open);
            String meant = close < 0 ? null : WordClasses.WORDS.get(words.substring(open + 1, close));
            if (meant == null) {
                throw new IllegalArgumentException("no such class of words in: " + list);
            }
            words = words.substring(0, open) + meant + words.substring(close + 1);
        }
        return words;
    }

    private static String syntax(char c, String words) {
        return switch (c) {
            case ' ' -> "";
            case '[', '(' -> "(?:";
            case ']' -> ")?";
            case ')' -> ")";
            case '|' -> "|";
            case '%' -> " ;";
            case '^' -> "\\A";
            default -> throw new IllegalArgumentException("'" + c + "' means nothing in: " + words);
        };
    }

    boolean isIn(FoldedText text) {
        return pattern.matcher(text.folded()).find();
    }

    /** The words as the text writes them; of places that begin with the same word, the tightest. */
    @Nullable
    String quoteFrom(FoldedText text) {
        String folded = text.folded();
        Matcher matcher = pattern.matcher(folded);
        if (!matcher.find()) {
            return null;
        }
        int from = matcher.start();
        int to = matcher.end();
        String first = folded.substring(from, wordEnd(folded, from));
        while (matcher.find(matcher.start() + 1)) {
            if (matcher.end() - matcher.start() < to - from && folded.startsWith(first + " ", matcher.start())) {
                from = matcher.start();
                to = matcher.end();
            }
        }
        return text.quote(from, to);
    }

    private static int wordEnd(String folded, int from) {
        int end = folded.indexOf(' ', from + 1);
        return end < 0 ? folded.length() : end;
    }

    private static final class WordClasses {
        static final Map<String, String> WORDS = read();

        private static Map<String, String> read() {
            Map<String, String> words = new HashMap<>();
            for (String[] entry : WordList.read("word-classes.txt", 2)) {
                words.put(entry[0], entry[1]);
            }
            return words;
        }
    }
}

package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a phrase.
 *
 * @param key as {@link Wording#key} gives it
 * @param stop the punctuation after it that ends something: one of {@code , ; . : / )}, or a space
 * @param opens whether a bracket opens before it
 * @param from its place in the text it was taken from
 */
record Token(String text, String key, boolean capital, char stop, boolean opens, int from, int to) {
    private static final Pattern WORD = Pattern.compile("[^\\s]+");
    private static final String STOPS = ",;.:/";

    static List<Token> of(String text) {
        List<Token> tokens = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            String word = words.group();
            boolean number = word.chars().anyMatch(Character::isDigit);
            int from = 0;
            for (int i = 0; i < word.length(); i++) {
                if (word.charAt(i) == '/' && !number) {
                    add(tokens, text, words.start() + from, words.start() + i + 1);
                    from = i + 1;
                }
            }
            add(tokens, text, words.start() + from, words.end());
        }
        return tokens;
    }

    private static void add(List<Token> tokens, String text, int from, int to) {
        if (from >= to) {
            return;
        }
        String word = text.substring(from, to);
        String key = Wording.key(word);
        char last = word.charAt(word.length() - 1);
        if (key.isEmpty()) {
            if (!tokens.isEmpty() && STOPS.indexOf(last) >= 0) {
                Token before = tokens.remove(tokens.size() - 1);
                tokens.add(before.stoppedBy(last));
            }
            return;
        }
        char stop = ' ';
        for (int i = word.length() - 1; i >= 0 && !Character.isLetterOrDigit(word.charAt(i)); i--) {
            char c = word.charAt(i);
            if (STOPS.indexOf(c) >= 0 || c == ')') {
                stop = stop == ' ' || stop == ')' ? c : stop;
            }
        }
        tokens.add(new Token(word, key, Wording.startsCapital(word), stop, word.indexOf('(') >= 0, from, to));
    }

    private Token stoppedBy(char newStop) {
        return new Token(text, key, capital, newStop, opens, from, to);
    }

    boolean isDash() {
        return key.equals("-");
    }
}

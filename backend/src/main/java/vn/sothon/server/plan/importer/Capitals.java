package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes words printed in capitals as they stand in running text. */
final class Capitals {
    private static final Phrases<String> KNOWN = known();

    private Capitals() {}

    static boolean isCapitals(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT)) && !text.equals(text.toLowerCase(Locale.ROOT));
    }

    /** Text in capitals in the form of known phrases; other words are taken for names. */
    static String lower(String text) {
        List<Token> tokens = Token.of(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            Phrases.Found<String> known = KNOWN.longestAt(tokens, i);
            if (known != null) {
                words.add(known.value());
                i += known.length();
            } else {
                words.add(name(tokens.get(i).text()));
                i++;
            }
        }
        return String.join(" ", words);
    }

    static String name(String word) {
        if (word.isEmpty() || word.chars().anyMatch(Character::isDigit)) {
            return word;
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Phrases<String> known() {
        Phrases<String> known = new Phrases<>();
        for (Map.Entry<String, String> pair : WordLists.pairs("caps.txt").entrySet()) {
            known.add(Wording.keys(pair.getKey()), pair.getValue());
        }
        return known;
    }
}

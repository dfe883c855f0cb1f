package vn.sothon.server.plan.importer;

import java.util.Set;

/** Tells a syllable of the language from the half of one that a line break left. */
final class Syllables {
    private static final Set<String> ONSETS = Set.copyOf(WordLists.words("onsets.txt"));
    private static final Set<String> RHYMES = Set.copyOf(WordLists.words("rhymes.txt"));

    private Syllables() {}

    static boolean isSyllable(String word) {
        String toneless = Wording.toneless(word);
        if (RHYMES.contains(toneless)) {
            return true;
        }
        for (int length = Math.min(3, toneless.length() - 1); length > 0; length--) {
            String onset = toneless.substring(0, length);
            String rhyme = toneless.substring(length);
            boolean marked = onset.equals("gi") && RHYMES.contains("i" + rhyme);
            if (ONSETS.contains(onset) && (RHYMES.contains(rhyme) || marked)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the two are halves of one word: neither way a pair of words, together one. */
    static boolean belongTogether(String before, String after) {
        String head = lastLetters(before);
        String tail = firstLetters(after);
        if (head.isEmpty() || tail.isEmpty() || !isLower(tail) || !isLower(head.substring(1))) {
            return false;
        }
        return (!isSyllable(head) || !isSyllable(tail)) && isSyllable(head + tail);
    }

    private static String lastLetters(String word) {
        int from = word.length();
        while (from > 0 && Character.isLetter(word.charAt(from - 1))) {
            from--;
        }
        return word.substring(from);
    }

    private static String firstLetters(String word) {
        int to = 0;
        while (to < word.length() && Character.isLetter(word.charAt(to))) {
            to++;
        }
        return word.substring(0, to);
    }

    private static boolean isLower(String letters) {
        return letters.chars().allMatch(Character::isLowerCase);
    }
}

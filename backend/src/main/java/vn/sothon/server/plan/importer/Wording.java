package vn.sothon.server.plan.importer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How words are compared: without case, and with the tone mark wherever the writer put it. */
final class Wording {
    private static final String TONES = "\u0300\u0301\u0303\u0309\u0323";
    private static final String OPEN_VOWELS = "oaoeuy";

    private Wording() {}

    /** The word in lower case with its tone as a digit at the end, without punctuation around it. */
    static String key(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int from = 0;
        int to = lower.length();
        while (from < to && !Character.isLetterOrDigit(lower.charAt(from))) {
            from++;
        }
        while (to > from && !Character.isLetterOrDigit(lower.charAt(to - 1))) {
            to--;
        }
        if (from == to) {
            return lower.equals("-") || lower.equals("\u2013") ? "-" : "";
        }
        String parts = Normalizer.normalize(lower.substring(from, to), Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder();
        StringBuilder tones = new StringBuilder();
        for (int i = 0; i < parts.length(); i++) {
            int tone = TONES.indexOf(parts.charAt(i));
            if (tone < 0) {
                letters.append(parts.charAt(i));
            } else {
                tones.append(tone + 1);
            }
        }
        return Normalizer.normalize(letters, Normalizer.Form.NFC) + tones;
    }

    static List<String> keys(String phrase) {
        List<String> keys = new ArrayList<>();
        for (String word : phrase.split("[\\s/,]+", -1)) {
            String key = key(word);
            if (!key.isEmpty()) {
                keys.add(key);
            }
        }
        return keys;
    }

    /** The syllable without its tone, in lower case; the marks that make another vowel stay. */
    static String toneless(String word) {
        String parts = Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < parts.length(); i++) {
            if (TONES.indexOf(parts.charAt(i)) < 0) {
                letters.append(parts.charAt(i));
            }
        }
        return Normalizer.normalize(letters, Normalizer.Form.NFC);
    }

    /**
     * The same text with the tone on the first vowel of a final oa, oe, uy; as long as the original, so that what is
     * found in it has the same place there.
     */
    static String evenTones(String text) {
        StringBuilder even = new StringBuilder(text);
        for (int i = 1; i < text.length(); i++) {
            boolean ends = i + 1 == text.length() || !Character.isLetter(text.charAt(i + 1));
            if (!ends || (i > 1 && Character.toLowerCase(text.charAt(i - 2)) == 'q')) {
                continue;
            }
            String last = Normalizer.normalize(text.substring(i, i + 1), Normalizer.Form.NFD);
            if (last.length() != 2 || TONES.indexOf(last.charAt(1)) < 0) {
                continue;
            }
            String pair = ("" + text.charAt(i - 1) + last.charAt(0)).toLowerCase(Locale.ROOT);
            int at = OPEN_VOWELS.indexOf(pair);
            if (at >= 0 && at % 2 == 0) {
                String first = Normalizer.normalize("" + text.charAt(i - 1) + last.charAt(1), Normalizer.Form.NFC);
                if (first.length() == 1) {
                    even.setCharAt(i - 1, first.charAt(0));
                    even.setCharAt(i, last.charAt(0));
                }
            }
        }
        return even.toString();
    }

    static boolean startsCapital(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetter(c)) {
                return Character.isUpperCase(c);
            }
            if (Character.isDigit(c)) {
                return false;
            }
        }
        return false;
    }
}

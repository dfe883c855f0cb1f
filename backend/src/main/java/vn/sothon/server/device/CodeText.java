package vn.sothon.server.device;

import java.security.SecureRandom;
import java.util.Locale;
import vn.sothon.model.sync.Seals;

/** One-time codes: ten of Crockford's characters, in which no letter is mistaken for a digit. */
final class CodeText {
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    private CodeText() {}

    static String random() {
        StringBuilder code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** As it is printed: two groups of five. */
    static String spaced(String code) {
        return code.substring(0, LENGTH / 2) + "-" + code.substring(LENGTH / 2);
    }

    /** What was typed, as it was meant. */
    static String normalised(String typed) {
        StringBuilder code = new StringBuilder(LENGTH);
        for (char c : typed.toUpperCase(Locale.ROOT).toCharArray()) {
            if (c == '-' || Character.isWhitespace(c)) {
                continue;
            }
            code.append(c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c);
        }
        return code.toString();
    }

    static String hash(String typed) {
        return Seals.sha256(normalised(typed));
    }
}

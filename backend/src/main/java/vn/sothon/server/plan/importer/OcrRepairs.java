package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mends misreadings that are no words, and says so. */
final class OcrRepairs {
    private static final List<Repair> REPAIRS = load();

    private OcrRepairs() {}

    private record Repair(Pattern wrong, String right) {}

    static String mend(String field, String text, List<Doubt> doubts) {
        String mended = text;
        for (Repair repair : REPAIRS) {
            Matcher matcher = repair.wrong().matcher(mended);
            StringBuilder result = new StringBuilder();
            while (matcher.find()) {
                String right = sameCase(matcher.group(), repair.right());
                doubts.add(new Doubt(field, Doubt.Code.OCR_REPAIR, matcher.group(), right));
                matcher.appendReplacement(result, Matcher.quoteReplacement(right));
            }
            mended = matcher.appendTail(result).toString();
        }
        return mended;
    }

    private static String sameCase(String wrong, String right) {
        return Character.isUpperCase(wrong.charAt(0))
                ? Character.toUpperCase(right.charAt(0)) + right.substring(1)
                : right;
    }

    private static List<Repair> load() {
        List<Repair> repairs = new ArrayList<>();
        for (Map.Entry<String, String> pair : WordLists.pairs("ocr-repairs.txt").entrySet()) {
            String expression = "(?<![\\p{L}\\d])" + Pattern.quote(pair.getKey()) + "(?!\\p{L})";
            int flags = Character.isUpperCase(pair.getKey().charAt(0))
                    ? 0
                    : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
            repairs.add(new Repair(Pattern.compile(expression, flags), pair.getValue()));
        }
        return List.copyOf(repairs);
    }
}

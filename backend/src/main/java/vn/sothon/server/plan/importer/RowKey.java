package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The number of a row, and which numbers may follow it.
 *
 * @param roman the Roman section it stands in, 0 where the table has none
 * @param path the Arabic numbers; empty for the Roman row itself
 */
record RowKey(int roman, List<Integer> path) {
    private static final List<String> ROMANS = List.of(
            "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI",
            "XVII", "XVIII", "XIX", "XX");

    static final RowKey START = new RowKey(0, List.of());

    /** The key printed, if it may follow this one. */
    @Nullable
    RowKey next(String printed) {
        int number = romanNumber(printed);
        if (number > 0) {
            return number == roman + 1 && (roman > 0 || path.isEmpty()) ? new RowKey(number, List.of()) : null;
        }
        if (!Character.isDigit(printed.charAt(0))) {
            return null;
        }
        List<Integer> numbers =
                Arrays.stream(printed.split("\\.")).map(Integer::valueOf).toList();
        return follows(numbers) ? new RowKey(roman, numbers) : null;
    }

    private boolean follows(List<Integer> next) {
        if (path.isEmpty()) {
            return next.get(next.size() - 1) == 1 && next.size() <= 2;
        }
        if (next.size() == path.size() + 1) {
            return next.subList(0, path.size()).equals(path) && next.get(path.size()) == 1;
        }
        if (next.size() > path.size()) {
            return false;
        }
        int last = next.size() - 1;
        int step = next.get(last) - path.get(last);
        boolean sameParent = next.subList(0, last).equals(path.subList(0, last));
        return sameParent && (step == 1 || (step == 2 && last > 0));
    }

    boolean skips(RowKey before) {
        int last = path.size() - 1;
        return last >= 0
                && before.roman == roman
                && before.path.size() > last
                && before.path.subList(0, last).equals(path.subList(0, last))
                && path.get(last) - before.path.get(last) > 1;
    }

    boolean isRoman() {
        return path.isEmpty();
    }

    boolean isParentOf(RowKey other) {
        return other.roman == roman
                && other.path.size() > path.size()
                && other.path.subList(0, path.size()).equals(path);
    }

    /** The section's key: the Roman number, or the first of the Arabic ones. */
    String section() {
        return roman > 0 ? ROMANS.get(roman) : String.valueOf(path.get(0));
    }

    String printed() {
        List<String> parts = new ArrayList<>();
        if (roman > 0) {
            parts.add(ROMANS.get(roman));
        }
        path.forEach(number -> parts.add(String.valueOf(number)));
        return String.join(".", parts);
    }

    static int romanNumber(String printed) {
        return Math.max(0, ROMANS.indexOf(printed));
    }
}

package vn.sothon.model.rule;

import java.util.Comparator;

/** Task keys in the order a document prints them: {@code 2.10} after {@code 2.9}, the d with a stroke after d. */
final class KeyOrder {
    static final Comparator<String> AS_PRINTED = KeyOrder::compare;

    private KeyOrder() {}

    private static int compare(String one, String other) {
        String[] a = one.split("\\.", -1);
        String[] b = other.split("\\.", -1);
        for (int i = 0; i < Math.min(a.length, b.length); i++) {
            int order = part(a[i]).compareTo(part(b[i]));
            if (order != 0) {
                return order;
            }
        }
        return a.length != b.length ? Integer.compare(a.length, b.length) : one.compareTo(other);
    }

    private static String part(String part) {
        int digits = 0;
        while (digits < part.length() && Character.isDigit(part.charAt(digits))) {
            digits++;
        }
        int number = digits > 0 && digits < 9 ? Integer.parseInt(part.substring(0, digits)) : roman(part);
        if (number > 0) {
            return String.valueOf((char) number) + part.substring(digits);
        }
        return part.replace("\u0111", "d~");
    }

    /** 0 when it is no Roman number as sections bear it. */
    private static int roman(String part) {
        int sum = 0;
        int before = 0;
        for (int i = part.length() - 1; i >= 0; i--) {
            char c = part.charAt(i);
            int value = c == 'I' ? 1 : c == 'V' ? 5 : c == 'X' ? 10 : 0;
            if (value == 0) {
                return 0;
            }
            sum += value < before ? -value : value;
            before = Math.max(before, value);
        }
        return sum;
    }
}

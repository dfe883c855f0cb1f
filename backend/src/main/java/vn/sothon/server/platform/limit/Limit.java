package vn.sothon.server.platform.limit;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many calls at once, and so many more with each minute.
 *
 * @param burst calls that may come together after a rest; 0: no limit at all
 * @param perMinute calls that come back with each minute
 */
public record Limit(int burst, int perMinute) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,8})\\+(\\d{1,8})/min");
    private static final String OFF = "off";

    static final Limit NONE = new Limit(0, 0);

    public Limit {
        if ((burst == 0) != (perMinute == 0) || burst < 0 || perMinute < 0) {
            throw new IllegalArgumentException("a limit needs both of its numbers, or neither");
        }
    }

    /**
     * Reads {@code 3000+1200/min} or {@code off}.
     *
     * @throws IllegalArgumentException it is neither
     */
    static Limit of(String written) {
        String text = written.strip();
        if (text.equalsIgnoreCase(OFF)) {
            return NONE;
        }
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("a limit is written like 3000+1200/min, or off; not " + text);
        }
        return new Limit(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
    }

    boolean isOff() {
        return burst == 0;
    }

    @Override
    public String toString() {
        return isOff() ? OFF : burst + "+" + perMinute + "/min";
    }
}

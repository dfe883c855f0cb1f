package vn.sothon.model.rule;

import java.util.regex.Pattern;

/** The beginning of a task, short enough for a list. */
public final class TaskTitle {
    private static final int LONGEST = 120;
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private TaskTitle() {}

    public static String of(String content) {
        String line = SPACE.matcher(content).replaceAll(" ").trim();
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = line.lastIndexOf(' ', LONGEST);
        return line.substring(0, end < LONGEST / 2 ? LONGEST : end) + '\u2026';
    }
}

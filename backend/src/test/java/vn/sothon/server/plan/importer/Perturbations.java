package vn.sothon.server.plan.importer;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Changes of a document's text that leave its plan what it is. Each seed gives the same change again. */
final class Perturbations {
    private static final Pattern MARKER =
            Pattern.compile("^\\s*(?:#|[IVX]+\\.|\\d{1,2}\\.|[a-z\u0111]\\)|[-*+]\\s|\\*\\*|TM\\.|KT\\.|T/M).*");
    private static final int LINES_OF_A_HEADING = 14;

    private Perturbations() {}

    static String decomposed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD);
    }

    static String straightQuotes(String text) {
        return text.replace('\u201c', '"').replace('\u201d', '"');
    }

    static String otherQuotes(String text) {
        StringBuilder quoted = new StringBuilder();
        boolean open = false;
        for (char c : straightQuotes(text).toCharArray()) {
            quoted.append(c != '"' ? String.valueOf(c) : open ? "\u00bb" : "\u00ab");
            open = (c == '"') != open;
        }
        return quoted.toString();
    }

    static String withoutTrailingSpaces(String text) {
        return text.replaceAll("[ \\t]+(?=\\n|$)", "");
    }

    static String windowsLines(String text) {
        return "\ufeff" + text.replace("\n", "\r\n");
    }

    static String extraBlankLines(String text, long seed) {
        Random random = new Random(seed);
        StringBuilder spaced = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            spaced.append(line).append('\n');
            for (int i = random.nextInt(4); i > 1; i--) {
                spaced.append(random.nextBoolean() ? "\n" : "  \n");
            }
        }
        return spaced.toString();
    }

    static String withoutBlankLines(String text) {
        return text.replaceAll("\\n\\s*\\n", "\n");
    }

    /** Form feeds and page numbers between the lines of a narrative. */
    static String otherPageBreaks(String text, long seed) {
        Random random = new Random(seed);
        StringBuilder paged = new StringBuilder();
        int page = 1;
        for (String line : text.split("\n", -1)) {
            paged.append(line).append('\n');
            if (random.nextInt(25) == 0) {
                paged.append('\n').append(++page).append("\n\f\n");
            }
        }
        return paged.toString();
    }

    /** The table's heading once more, before a line of its body. */
    static String headingMore(String text, String firstWord, long seed) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        int first = headings(lines, firstWord).get(0);
        List<String> heading = List.copyOf(lines.subList(first, first + headingLength(lines, first)));
        int from = first + heading.size() + 1;
        int at = from + new Random(seed).nextInt(lines.size() - from - 3);
        while (lines.get(at).isBlank() || insideHeading(lines, at, firstWord)) {
            at++;
        }
        lines.addAll(at, heading);
        return String.join("\n", lines);
    }

    /** One of the heading's repetitions left out. */
    static String headingLess(String text, String firstWord, int which) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        List<Integer> headings = headings(lines, firstWord);
        int at = headings.get(1 + which % (headings.size() - 1));
        int length = headingLength(lines, headings.get(0));
        lines.subList(at, at + length).clear();
        return String.join("\n", lines);
    }

    private static boolean insideHeading(List<String> lines, int at, String firstWord) {
        return headings(lines, firstWord).stream().anyMatch(start -> at > start && at <= start + LINES_OF_A_HEADING);
    }

    private static List<Integer> headings(List<String> lines, String firstWord) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().startsWith(firstWord + " ")) {
                found.add(i);
            }
        }
        return found;
    }

    private static int headingLength(List<String> lines, int first) {
        int length = 1;
        while (!Wording.keys(lines.get(first + length - 1)).contains(Wording.key("hi\u1ec7n"))) {
            length++;
        }
        return length;
    }

    /** A narrative's paragraphs set to another width. */
    static String rewrapped(String text, int width) {
        StringBuilder wrapped = new StringBuilder();
        StringBuilder paragraph = new StringBuilder();
        String before = "";
        for (String raw : text.split("\n", -1)) {
            String line = raw.strip();
            if (line.isEmpty()) {
                continue;
            }
            boolean begins = MARKER.matcher(line).matches()
                    || (before.length() < 62 && Wording.startsCapital(line))
                    || (before.length() > 200 && !Character.isLowerCase(line.charAt(0)));
            if (begins && !paragraph.isEmpty()) {
                wrap(paragraph, width, wrapped);
            }
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(line);
            before = line;
        }
        wrap(paragraph, width, wrapped);
        return wrapped.toString();
    }

    private static void wrap(StringBuilder paragraph, int width, StringBuilder wrapped) {
        int column = 0;
        for (String word : paragraph.toString().split("\\s+", -1)) {
            if (column > 0 && column + 1 + word.length() > width) {
                wrapped.append('\n');
                column = 0;
            }
            wrapped.append(column > 0 ? " " : "").append(word);
            column += word.length() + (column > 0 ? 1 : 0);
        }
        wrapped.append('\n');
        paragraph.setLength(0);
    }
}

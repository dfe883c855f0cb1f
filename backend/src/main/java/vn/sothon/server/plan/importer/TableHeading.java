package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The heading of a table, flattened into lines, and its repetitions at the top of each page.
 *
 * @param first the index of its first line
 * @param end the index after its last line
 * @param words all its words, in order
 */
record TableHeading(int first, int end, List<Column> columns, List<String> words) {
    private static final Phrases<Column> NAMES = names();
    private static final int FEWEST_COLUMNS = 3;
    private static final int FEWEST_WORDS_OF_A_CUT_HEADING = 5;

    /** The lines that remain without headings, and before which of them a page began. */
    record Body(List<Line> lines, Set<Integer> pageStarts) {}

    static @Nullable TableHeading find(List<Line> lines) {
        for (int i = 0; i < lines.size(); i++) {
            TableHeading heading = at(lines, i);
            if (heading != null) {
                return heading;
            }
        }
        return null;
    }

    private static @Nullable TableHeading at(List<Line> lines, int first) {
        List<Token> tokens = new ArrayList<>();
        List<Integer> lineOfToken = new ArrayList<>();
        for (int i = first; i < lines.size() && i < first + 30 && tokens.size() < 60; i++) {
            for (Token token : Token.of(lines.get(i).text())) {
                tokens.add(token);
                lineOfToken.add(i);
            }
        }
        List<Column> columns = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            Phrases.Found<Column> name = NAMES.longestAt(tokens, at);
            if (name == null || columns.contains(name.value()) || (at == 0 && name.value() != Column.NUMBER)) {
                break;
            }
            columns.add(name.value());
            at += name.length();
        }
        boolean lineEnds =
                at == tokens.size() || (at > 0 && !lineOfToken.get(at).equals(lineOfToken.get(at - 1)));
        boolean assigns = columns.stream().anyMatch(column -> column.namesUnits() || column == Column.TIME);
        if (columns.size() < FEWEST_COLUMNS || !columns.contains(Column.CONTENT) || !assigns || !lineEnds) {
            return null;
        }
        List<String> words = tokens.subList(0, at).stream().map(Token::key).toList();
        return new TableHeading(first, lineOfToken.get(at - 1) + 1, List.copyOf(columns), words);
    }

    /** Takes the headings out of what follows the first one. */
    Body body(List<Line> lines) {
        List<Line> body = new ArrayList<>();
        Set<Integer> pageStarts = new TreeSet<>();
        int at = end;
        while (at < lines.size()) {
            int length = repeatedAt(lines, at);
            if (length > 0) {
                pageStarts.add(body.size());
                at += length;
            } else {
                body.add(lines.get(at));
                at++;
            }
        }
        return new Body(body, pageStarts);
    }

    /** How many lines a repetition takes, cut at its top or its bottom by the page as it may be; 0 for none. */
    private int repeatedAt(List<Line> lines, int at) {
        List<String> firstLine = keys(lines.get(at));
        int longest = 0;
        for (int start = 0; start < words.size() && !firstLine.isEmpty(); start++) {
            int matched = start;
            int line = at;
            while (line < lines.size() && matched < words.size()) {
                List<String> keys = keys(lines.get(line));
                int to = matched + keys.size();
                if (keys.isEmpty()
                        || to > words.size()
                        || !words.subList(matched, to).equals(keys)) {
                    break;
                }
                matched = to;
                line++;
            }
            boolean enough = matched - start >= FEWEST_WORDS_OF_A_CUT_HEADING
                    && (matched == words.size() || (start == 0 && (matched - start) * 3 >= words.size() * 2));
            if (enough && line - at > longest) {
                longest = line - at;
            }
        }
        return longest;
    }

    /** What a heading's words say its column holds; a remark in brackets does not matter. */
    static @Nullable Column column(String words) {
        int bracket = words.indexOf('(');
        return NAMES.whole(Wording.keys(bracket > 0 ? words.substring(0, bracket) : words));
    }

    private static List<String> keys(Line line) {
        return Token.of(line.text()).stream().map(Token::key).toList();
    }

    private static Phrases<Column> names() {
        Phrases<Column> names = new Phrases<>();
        WordLists.pairs("columns.txt").forEach((name, column) -> names.add(Wording.keys(name), Column.valueOf(column)));
        return names;
    }
}

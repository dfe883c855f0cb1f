package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;

/**
 * A word of a row, as far as no cell can end inside it.
 *
 * @param line the line of the original file it begins on
 * @param lineStart whether it is the first of its line
 * @param tokens what it is made of
 */
record TableWord(String text, int line, boolean lineStart, List<Token> tokens) {

    /** A page's lines as words; halves of a word that a line broke are one. */
    static List<TableWord> of(List<Line> lines) {
        List<TableWord> words = new ArrayList<>();
        for (Line line : lines) {
            boolean lineStart = true;
            for (String text : line.text().split(" ", -1)) {
                TableWord before = words.isEmpty() ? null : words.get(words.size() - 1);
                if (lineStart && before != null && LineJoin.withoutSpace(before.text(), text)) {
                    words.set(words.size() - 1, of(before.text() + text, before.line(), before.lineStart()));
                } else {
                    words.add(of(text, line.number(), lineStart));
                }
                lineStart = false;
            }
        }
        return words;
    }

    private static TableWord of(String text, int line, boolean lineStart) {
        return new TableWord(text, line, lineStart, Token.of(text));
    }

    static String join(List<TableWord> words) {
        StringBuilder text = new StringBuilder();
        String before = "";
        for (TableWord word : words) {
            boolean glued = !before.isEmpty() && word.lineStart() && LineJoin.withoutSpace(before, word.text());
            if (!text.isEmpty() && !glued) {
                text.append(' ');
            }
            text.append(word.text());
            before = word.text();
        }
        return LineJoin.mendNumbers(text.toString());
    }
}

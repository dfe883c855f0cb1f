package vn.sothon.server.plan.importer;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How ill a run of words fits a column, by the column's vocabulary: 0 fits, the greater the worse. The figures weigh
 * kinds of evidence against each other; none is a measure of anything.
 */
final class CellCost {
    static final double NEVER = 1e6;

    private static final double KNOWN_WORD = 0.1;
    private static final double CONTENT_WORD = 0.2;
    private static final double UNKNOWN_NAME = 0.6;
    private static final double UNKNOWN_WORD = 2.5;
    private static final double BREAKS_OFF = 6;
    private static final double CONTENT_BREAKS_OFF = 5;
    private static final double UNKNOWN_BEGINNING = 6;
    private static final double BEGINS_SMALL = 4;
    private static final double TWO_IN_ONE = 6;
    private static final double UNIT_IN_PRODUCT = 3;
    private static final double ODD_NAME = 3;
    private static final double SENTENCE_ENDS = -3;
    private static final double PLURAL_AMID_SENTENCE = 5;
    private static final double UNIT_AMID_SENTENCE = 2.5;
    private static final double GOES_ON_AFTER_SENTENCE = 4;
    private static final double UNIT_AMID_LINE = 1;
    private static final double GOES_ON = 1;
    private static final double GOES_ON_CAPITAL = 3;
    private static final double CUT_BEFORE_TIME = 1;
    private static final double CUT_BEFORE_CAPITAL = 2;
    private static final double CUT_INSIDE_LINE = 3;
    private static final int LONGEST_UNITS = 90;
    private static final int LONGEST_PRODUCT = 60;
    private static final int LONGEST_TIME = 16;

    /** Every word of the units' and products' beginnings. */
    private static final Set<String> VOCABULARY = vocabulary();

    private CellCost() {}

    private static Set<String> vocabulary() {
        Set<String> words = new HashSet<>();
        for (String list : List.of("unit-heads.txt", "department-names.txt", "product-heads.txt")) {
            words.addAll(UnitWords.keysOf(list));
        }
        return words;
    }

    static double empty(Column column) {
        return switch (column) {
            case CONTENT -> NEVER;
            case LEAD, EXECUTING -> 6;
            case COORDINATING -> 1.2;
            case PRODUCT -> 2;
            case TIME -> 5;
            case NOTE, NUMBER -> 0;
        };
    }

    /** Whether a cell of the column can begin there at all; saves looking at most of the possibilities. */
    static boolean mayBegin(Column column, List<Token> tokens, boolean lineStart) {
        if (tokens.isEmpty()) {
            return false;
        }
        boolean capitalLine = lineStart && tokens.get(0).capital();
        return switch (column) {
            case CONTENT, NUMBER -> true;
            case LEAD, EXECUTING, COORDINATING ->
                capitalLine || UnitWords.headAt(tokens, 0) != null || UnitWords.departmentAt(tokens, 0) > 0;
            case PRODUCT -> capitalLine || ProductList.headAt(tokens, 0) != null;
            case TIME -> Times.isWord(tokens.get(0));
            case NOTE -> lineStart;
        };
    }

    /** Content ends in the middle of nothing; its words are looked at only there. */
    static double of(Column column, List<Token> tokens) {
        return switch (column) {
            case CONTENT -> content(tokens);
            case LEAD, EXECUTING, COORDINATING -> tokens.size() > LONGEST_UNITS ? NEVER : units(tokens);
            case PRODUCT -> tokens.size() > LONGEST_PRODUCT ? NEVER : product(tokens);
            case TIME -> tokens.size() > LONGEST_TIME ? NEVER : time(tokens);
            case NOTE, NUMBER -> tokens.size() * UNKNOWN_WORD;
        };
    }

    private static double content(List<Token> tokens) {
        Token last = tokens.get(tokens.size() - 1);
        double cost = tokens.size() * CONTENT_WORD;
        for (int i = 1; i < tokens.size(); i++) {
            boolean small = Character.isLowerCase(tokens.get(i).text().charAt(0));
            cost += tokens.get(i - 1).stop() == '.' && small ? GOES_ON_AFTER_SENTENCE : 0;
        }
        if (last.stop() != '.' && (breaksOff(last) || endsInUnitsName(tokens))) {
            return cost + CONTENT_BREAKS_OFF;
        }
        return cost + (last.stop() == '.' || last.stop() == ';' ? SENTENCE_ENDS : 0);
    }

    private static double units(List<Token> tokens) {
        double cost = tokens.get(0).capital() ? 0 : BEGINS_SMALL;
        Set<Integer> starts = new HashSet<>();
        for (UnitList.Start start : UnitList.starts(tokens)) {
            starts.add(start.token());
        }
        int headEnd = 0;
        boolean takesName = false;
        boolean complete = true;
        for (int i = 0; i < tokens.size(); i++) {
            Phrases.Found<UnitWords.Head> head = UnitWords.headAt(tokens, i);
            int department = head == null ? UnitWords.departmentAt(tokens, i) : 0;
            if (i > 0 && starts.contains(i) && !complete) {
                cost += BREAKS_OFF;
            } else if (i == headEnd && !complete && !UnitWords.mayFollow(tokens, i)) {
                cost += ODD_NAME;
            }
            if (head != null) {
                boolean begins = starts.contains(i);
                boolean follows = i < headEnd
                        || (i == headEnd && takesName && !isPlural(tokens.get(i)))
                        || (i > 0 && UnitWords.isConnector(tokens.get(i - 1)));
                if (!begins
                        && !follows
                        && !head.value().mayNest()
                        && tokens.get(i - 1).stop() != '/') {
                    cost += TWO_IN_ONE;
                }
                if (i + head.length() >= headEnd) {
                    headEnd = i + head.length();
                    complete = !head.value().needsMore();
                    takesName = head.value().takesName();
                }
            } else if (i >= headEnd && tokens.get(i).capital() && ProductList.headAt(tokens, i) != null) {
                cost += TWO_IN_ONE;
            } else if (starts.contains(i) && department == 0) {
                cost += UNKNOWN_BEGINNING;
            } else if (i >= headEnd) {
                complete = true;
            }
            cost += i < headEnd || department > 0 || UnitWords.isWord(tokens.get(i))
                    ? KNOWN_WORD
                    : unknown(tokens.get(i));
        }
        Token last = tokens.get(tokens.size() - 1);
        return cost + (!complete || breaksOff(last) ? BREAKS_OFF : 0);
    }

    private static double product(List<Token> tokens) {
        double cost = tokens.get(0).capital() ? 0 : BEGINS_SMALL;
        int headEnd = 0;
        int unitEnd = 0;
        boolean named = false;
        boolean complete = true;
        for (int i = 0; i < tokens.size(); i++) {
            Phrases.Found<UnitWords.Head> unit = UnitWords.headAt(tokens, i);
            if (unit != null) {
                if (i >= Math.max(headEnd, unitEnd) && !mayBeginProduct(tokens, i)) {
                    cost += UNIT_IN_PRODUCT;
                }
                unitEnd = Math.max(unitEnd, i + unit.length());
            }
            Phrases.Found<Boolean> head = i < unitEnd ? null : ProductList.headAt(tokens, i);
            if (head != null) {
                if (i >= headEnd && tokens.get(i).capital() && !mayBeginProduct(tokens, i)) {
                    cost += TWO_IN_ONE;
                }
                if (i + head.length() > headEnd) {
                    headEnd = i + head.length();
                    complete = !head.value();
                }
            } else if (i == 0) {
                cost += UNKNOWN_BEGINNING;
            } else if (i >= headEnd) {
                complete = true;
            }
            named = (named || unit != null || UnitWords.isConnector(tokens.get(i))) && head == null;
            boolean known = i < Math.max(headEnd, unitEnd)
                    || ProductList.isWord(tokens.get(i))
                    || (named && UnitWords.isWord(tokens.get(i)));
            cost += known || UnitWords.departmentAt(tokens, i) > 0 ? KNOWN_WORD : unknown(tokens.get(i));
        }
        Token last = tokens.get(tokens.size() - 1);
        return cost + (!complete || breaksOff(last) ? BREAKS_OFF : 0);
    }

    private static boolean mayBeginProduct(List<Token> tokens, int at) {
        return at == 0 || ",;./:".indexOf(tokens.get(at - 1).stop()) >= 0 || UnitWords.isConnector(tokens.get(at - 1));
    }

    private static double time(List<Token> tokens) {
        double cost = tokens.get(0).capital() ? 0 : BEGINS_SMALL;
        StringBuilder text = new StringBuilder();
        for (Token token : tokens) {
            cost += Times.isWord(token) ? KNOWN_WORD : UNKNOWN_WORD * 2;
            text.append(token.text()).append(' ');
        }
        return cost + (Times.understands(text.toString()) ? 0 : BREAKS_OFF);
    }

    private static double unknown(Token token) {
        return token.capital() || Character.isDigit(token.text().charAt(0)) ? UNKNOWN_NAME : UNKNOWN_WORD;
    }

    private static boolean breaksOff(Token last) {
        return last.stop() == ','
                || last.stop() == '/'
                || last.stop() == ':'
                || last.isDash()
                || UnitWords.isConnector(last);
    }

    /** What the word costs at least in any column but the content. */
    static double least(Token token) {
        return VOCABULARY.contains(token.key())
                        || UnitWords.isWord(token)
                        || ProductList.isWord(token)
                        || Times.isWord(token)
                ? KNOWN_WORD
                : unknown(token);
    }

    private static boolean isPlural(Token token) {
        return token.capital() && UnitWords.isConnector(token);
    }

    private static boolean endsInUnitsName(List<Token> tokens) {
        for (int length = 1; length <= Math.min(4, tokens.size()); length++) {
            Phrases.Found<UnitWords.Head> head = UnitWords.headAt(tokens, tokens.size() - length);
            if (head != null && head.length() == length) {
                return head.value().needsMore();
            }
        }
        return false;
    }

    /** How unlikely it is that the next page goes on with a cell that ended so. */
    static double goingOn(Column column, List<Token> before, Token after) {
        Token last = before.get(before.size() - 1);
        if (breaksOff(last)
                || endsInUnitsName(before)
                || (column == Column.CONTENT && !after.capital() && last.stop() != '.')) {
            return 0;
        }
        return after.capital() ? GOES_ON_CAPITAL : GOES_ON;
    }

    static double insideLine(Column column, Token first) {
        return column == Column.TIME ? CUT_BEFORE_TIME : first.capital() ? CUT_BEFORE_CAPITAL : CUT_INSIDE_LINE;
    }

    /** How unlikely it is that a sentence of the content goes on with these words at the start of a line. */
    static double beginsAmid(Token before, List<Token> line, boolean lineStart) {
        boolean goesOn = before.stop() == ' ' && !UnitWords.isConnector(before);
        if (line.isEmpty() || !goesOn || !line.get(0).capital()) {
            return 0;
        }
        Phrases.Found<UnitWords.Head> head = UnitWords.headAt(line, 0);
        if (head == null || !lineStart) {
            return head == null ? 0 : UNIT_AMID_LINE;
        }
        return isPlural(line.get(0)) ? PLURAL_AMID_SENTENCE : UNIT_AMID_SENTENCE;
    }
}

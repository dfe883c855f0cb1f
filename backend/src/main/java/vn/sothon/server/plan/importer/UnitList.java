package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits the names of units at semicolons and at the commas between units. A comma inside a name stays: what follows it
 * must begin like a unit.
 */
final class UnitList {
    private static final List<String> REQUESTS = WordLists.lines("unit-requests.txt");

    private UnitList() {}

    /** Where a unit's name, or that of a list of units, begins; the noun is taken from the list's name. */
    record Start(int token, @Nullable String noun, boolean bareDepartment, boolean listName) {}

    static List<String> split(String text, String field, List<Doubt> doubts) {
        String printed = withoutRequest(text.strip(), field, doubts);
        List<Token> tokens = Token.of(printed);
        List<String> units = new ArrayList<>();
        List<Start> starts = starts(tokens);
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            int end = i + 1 < starts.size() ? starts.get(i + 1).token() : tokens.size();
            String name = trim(printed.substring(
                    tokens.get(start.token()).from(), tokens.get(end - 1).to()));
            if (name.isEmpty() || start.listName()) {
                continue;
            }
            String unit = start.noun() == null ? name : start.noun() + " " + name;
            units.add(unit);
            if (start.noun() != null) {
                doubts.add(new Doubt(field, Doubt.Code.EXPANDED_LIST, name, unit));
            } else if (start.bareDepartment()) {
                doubts.add(new Doubt(field, Doubt.Code.BARE_DEPARTMENT, name, null));
            } else if (UnitWords.headAt(tokens, start.token()) == null) {
                doubts.add(new Doubt(field, Doubt.Code.UNKNOWN_UNIT, name, null));
            }
        }
        return units;
    }

    static List<Start> starts(List<Token> tokens) {
        List<Start> starts = new ArrayList<>();
        if (tokens.isEmpty()) {
            return starts;
        }
        String noun = null;
        boolean listed = false;
        int depth = 0;
        int at = 0;
        boolean bare = UnitWords.headAt(tokens, 0) == null && UnitWords.departmentAt(tokens, 0) > 0;
        starts.add(new Start(0, null, bare, false));
        while (at < tokens.size()) {
            Token token = tokens.get(at);
            depth += token.opens() ? 1 : 0;
            depth -= token.text().indexOf(')') >= 0 ? 1 : 0;
            int next = at + 1;
            if (next >= tokens.size() || depth > 0) {
                at = next;
                continue;
            }
            int last = starts.get(starts.size() - 1).token();
            if (token.stop() == ':' && isListName(tokens, last, next)) {
                noun = UnitWords.memberNoun(tokens.subList(last, next));
                listed = true;
                starts.set(starts.size() - 1, new Start(last, null, false, true));
                at = listMember(tokens, next, noun, starts);
                continue;
            }
            boolean ends = token.stop() == ';'
                    || (token.stop() == '.' && tokens.get(next).capital());
            if (ends) {
                listed = false;
                noun = null;
            }
            if (ends || (token.stop() == ',' && beginsUnit(tokens, last, next, listed))) {
                if (UnitWords.headAt(tokens, next) == null && (listed || UnitWords.departmentAt(tokens, next) > 0)) {
                    String inherited = ends ? null : inheritedNoun(tokens, starts.get(starts.size() - 1));
                    at = listMember(tokens, next, listed ? noun : inherited, starts);
                    continue;
                }
                starts.add(new Start(next, null, false, false));
            }
            at = next;
        }
        return starts;
    }

    /** Takes a department's whole name, commas included; returns its last word. */
    private static int listMember(List<Token> tokens, int at, @Nullable String noun, List<Start> starts) {
        boolean isUnit = UnitWords.headAt(tokens, at) != null;
        int length = UnitWords.departmentAt(tokens, at);
        starts.add(new Start(at, isUnit ? null : noun, !isUnit && noun == null && length > 0, false));
        return isUnit || length == 0 ? at : at + length - 1;
    }

    private static boolean isListName(List<Token> tokens, int from, int to) {
        return to - from <= 6 && UnitWords.headAt(tokens, from) != null;
    }

    private static boolean beginsUnit(List<Token> tokens, int last, int next, boolean listed) {
        Phrases.Found<UnitWords.Head> before = UnitWords.headAt(tokens, last);
        if (before != null && before.value().needsMore() && before.length() == next - last) {
            return false;
        }
        return listed
                || UnitWords.headAt(tokens, next) != null
                || (UnitWords.departmentAt(tokens, next) > 0 && endsWithDepartment(tokens, last, next));
    }

    /** A bare department follows another: another comma is the name's own. */
    private static boolean endsWithDepartment(List<Token> tokens, int last, int next) {
        Phrases.Found<UnitWords.Head> head = UnitWords.headAt(tokens, last);
        int name = last + (head == null ? 0 : head.length());
        return name < next && UnitWords.departmentAt(tokens, name) == next - name;
    }

    private static @Nullable String inheritedNoun(List<Token> tokens, Start before) {
        Phrases.Found<UnitWords.Head> head = UnitWords.headAt(tokens, before.token());
        return head == null
                ? before.noun()
                : UnitWords.memberNoun(tokens.subList(before.token(), before.token() + head.length()));
    }

    private static String withoutRequest(String text, String field, List<Doubt> doubts) {
        for (String request : REQUESTS) {
            if (text.length() > request.length()
                    && text.regionMatches(true, 0, request, 0, request.length())
                    && text.charAt(request.length()) == ' ') {
                String rest = text.substring(request.length()).strip();
                doubts.add(new Doubt(field, Doubt.Code.LEFT_OUT, text.substring(0, request.length()), null));
                return rest;
            }
        }
        return text;
    }

    static String trim(String name) {
        int from = 0;
        int to = name.length();
        while (to > from && ",;.:/- ".indexOf(name.charAt(to - 1)) >= 0) {
            to--;
        }
        while (from < to && ",;.:/-+* ".indexOf(name.charAt(from)) >= 0) {
            from++;
        }
        return name.substring(from, to);
    }
}

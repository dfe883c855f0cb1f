package vn.sothon.server.plan.importer;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What units are called: the words their names begin with and those that occur inside. */
final class UnitWords {
    private static final Phrases<Head> HEADS = heads();
    private static final Phrases<Boolean> DEPARTMENTS = departments();
    private static final Set<String> WORDS = keysOf("unit-words.txt");
    private static final Set<String> CONNECTORS = keysOf("connectors.txt");
    private static final Set<String> FOLLOWERS = keysOf("unit-followers.txt");
    private static final Map<String, String> LIST_NOUNS = listNouns();

    private UnitWords() {}

    /**
     * @param takesName whether another unit's name may follow at once
     * @param mayNest whether it may also stand inside another unit's name
     * @param needsMore whether it says nothing without what follows
     */
    record Head(boolean capitalOnly, boolean mayNest, boolean needsMore, boolean takesName) {}

    static Phrases.@Nullable Found<Head> headAt(List<Token> tokens, int at) {
        Phrases.Found<Head> found = HEADS.longestAt(tokens, at);
        if (found == null || (found.value().capitalOnly() && !tokens.get(at).capital())) {
            return null;
        }
        // A longer product name wins: a report is no newspaper.
        Phrases.Found<Boolean> product = ProductList.headAt(tokens, at);
        return product != null && product.length() > found.length() ? null : found;
    }

    /** How many words a department's name beginning there has; 0 for none. */
    static int departmentAt(List<Token> tokens, int at) {
        Phrases.Found<Boolean> found = DEPARTMENTS.longestAt(tokens, at);
        if (found == null || !tokens.get(at).capital()) {
            return 0;
        }
        for (int i = at; i < at + found.length() - 1; i++) {
            if (tokens.get(i).stop() == ';' || tokens.get(i).stop() == '.') {
                return 0;
            }
        }
        return found.length();
    }

    static boolean isWord(Token token) {
        return WORDS.contains(token.key()) || token.isDash();
    }

    /** Whether the word can follow a beginning that says nothing alone. */
    static boolean mayFollow(List<Token> tokens, int at) {
        Token token = tokens.get(at);
        return token.capital()
                || FOLLOWERS.contains(token.key())
                || headAt(tokens, at) != null
                || token.text().chars().anyMatch(Character::isDigit);
    }

    static boolean isConnector(Token token) {
        return CONNECTORS.contains(token.key());
    }

    /** What each member of the list is called: the singular of the list's name. */
    static @Nullable String memberNoun(List<Token> listName) {
        for (Token token : listName) {
            String noun = LIST_NOUNS.get(token.key());
            if (noun != null) {
                return noun;
            }
        }
        return null;
    }

    private static Phrases<Head> heads() {
        Phrases<Head> heads = new Phrases<>();
        for (String line : WordLists.lines("unit-heads.txt")) {
            String phrase = line.replaceAll("[\\^~+>]", " ").strip();
            Head head = new Head(line.contains("^"), line.contains("~"), line.contains("+"), line.contains(">"));
            heads.add(Wording.keys(phrase), head);
        }
        return heads;
    }

    private static Phrases<Boolean> departments() {
        Phrases<Boolean> departments = new Phrases<>();
        WordLists.lines("department-names.txt").forEach(name -> departments.add(Wording.keys(name), true));
        return departments;
    }

    private static Map<String, String> listNouns() {
        Map<String, String> nouns = new TreeMap<>();
        WordLists.pairs("unit-list-nouns.txt").forEach((plural, noun) -> nouns.put(Wording.key(plural), noun));
        return nouns;
    }

    static Set<String> keysOf(String list) {
        return new HashSet<>(WordLists.words(list).stream()
                .map(word -> Wording.key(word.toLowerCase(Locale.ROOT)))
                .collect(Collectors.toSet()));
    }
}

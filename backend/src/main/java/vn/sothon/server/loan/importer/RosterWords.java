package vn.sothon.server.loan.importer;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words of {@code roster/words.txt}, ready to compare. */
final class RosterWords {
    private static final RosterWords LOADED = new RosterWords(WordFile.load("words.txt"));

    private static final int LONGEST_NOTHING = 6;

    private final WordFile file;
    private final Set<String> totals;
    private final Set<String> nothing;
    private final Set<String> open;
    private final Set<String> closed;
    private final Map<String, String> associations;
    private final Map<String, String> programmes;

    private RosterWords(WordFile file) {
        this.file = file;
        this.totals = compared(file.words("TOTAL_ROW"));
        this.nothing = Set.copyOf(plain("NOTHING"));
        this.open = compared(file.words("LOAN_OPEN"));
        this.closed = compared(file.words("LOAN_CLOSED"));
        this.associations = codes("ASSOCIATION_");
        this.programmes = codes("PROGRAMME_");
    }

    static RosterWords loaded() {
        return LOADED;
    }

    List<String> plain(String key) {
        return file.words(key).stream().map(PlainLetters::of).toList();
    }

    /** Whether the cell says in words that it is empty. */
    boolean isNothing(String cell) {
        return cell.length() <= LONGEST_NOTHING && nothing.contains(PlainLetters.of(cell));
    }

    boolean beginsTotalRow(String cell) {
        String words = PlainLetters.words(cell);
        if (totals.contains(words)) {
            return true;
        }
        // With its marks, since without them family names begin like the words for a total.
        String marked = Normalizer.normalize(cell, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return file.words("TOTAL_ROW").stream()
                .map(total -> total.toLowerCase(Locale.ROOT))
                .anyMatch(total -> marked.startsWith(total + " ") || marked.startsWith(total + ":"));
    }

    LoanStatus status(String cell) {
        String words = PlainLetters.words(cell);
        if (open.contains(words)) {
            return LoanStatus.OPEN;
        }
        return closed.contains(words) ? LoanStatus.CLOSED : LoanStatus.UNKNOWN;
    }

    @Nullable
    String associationCode(String cell) {
        return associations.get(PlainLetters.words(cell));
    }

    @Nullable
    String programmeCode(String cell) {
        return programmes.get(PlainLetters.words(cell));
    }

    private Map<String, String> codes(String prefix) {
        Map<String, String> codes = new HashMap<>();
        for (WordFile.Entry entry : file.entries()) {
            if (entry.key().startsWith(prefix)) {
                String code = entry.key().substring(prefix.length());
                entry.words().forEach(word -> codes.put(PlainLetters.words(word), code));
            }
        }
        return codes;
    }

    private static Set<String> compared(List<String> words) {
        Set<String> set = new HashSet<>();
        words.forEach(word -> set.add(PlainLetters.words(word)));
        return set;
    }
}

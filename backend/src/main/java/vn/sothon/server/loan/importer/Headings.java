package vn.sothon.server.loan.importer;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each heading means, and which headings make which report; both from data files. */
final class Headings {
    private static final Headings LOADED = new Headings(WordFile.load("headings.txt"), WordFile.load("kinds.txt"));

    private record Meaning(RosterColumn column, int rank) {}

    private record Signature(RosterKind kind, List<Set<RosterColumn>> present, Set<RosterColumn> absent) {
        boolean fits(Set<RosterColumn> columns) {
            return missing(columns).isEmpty() && absent.stream().noneMatch(columns::contains);
        }

        List<Set<RosterColumn>> missing(Set<RosterColumn> columns) {
            return present.stream()
                    .filter(either -> either.stream().noneMatch(columns::contains))
                    .toList();
        }
    }

    private final Map<String, Meaning> meanings = new HashMap<>();
    private final List<Signature> signatures = new ArrayList<>();

    private Headings(WordFile headings, WordFile kinds) {
        for (WordFile.Entry entry : headings.entries()) {
            RosterColumn column = RosterColumn.valueOf(entry.key());
            List<String> words = entry.words();
            for (int rank = 0; rank < words.size(); rank++) {
                meanings.putIfAbsent(PlainLetters.heading(words.get(rank)), new Meaning(column, rank));
            }
        }
        kinds.entries().forEach(entry -> signatures.add(signature(entry)));
    }

    static Headings loaded() {
        return LOADED;
    }

    /** Where each known column stands in this row; of two claimants the one with the more trusted wording wins. */
    Map<RosterColumn, Integer> columns(SourceRow row) {
        Map<RosterColumn, Integer> places = new EnumMap<>(RosterColumn.class);
        Map<RosterColumn, Integer> ranks = new EnumMap<>(RosterColumn.class);
        for (int i = 0; i < row.width(); i++) {
            Meaning meaning = meaning(row.cell(i).text());
            if (meaning != null && meaning.rank() < ranks.getOrDefault(meaning.column(), Integer.MAX_VALUE)) {
                ranks.put(meaning.column(), meaning.rank());
                places.put(meaning.column(), i);
            }
        }
        return places;
    }

    @Nullable
    RosterColumn column(String heading) {
        Meaning meaning = meaning(heading);
        return meaning == null ? null : meaning.column();
    }

    @Nullable
    RosterKind kind(Set<RosterColumn> columns) {
        return signatures.stream()
                .filter(signature -> signature.fits(columns))
                .map(Signature::kind)
                .findFirst()
                .orElse(null);
    }

    /** The report these columns come closest to and what they lack of it, for the log. */
    String nearest(Set<RosterColumn> columns) {
        return signatures.stream()
                .min((a, b) -> Integer.compare(
                        a.missing(columns).size() - a.present().size(),
                        b.missing(columns).size() - b.present().size()))
                .map(signature -> "nearest " + signature.kind() + ", lacking " + signature.missing(columns))
                .orElse("no report is known");
    }

    private @Nullable Meaning meaning(String heading) {
        return heading.isEmpty() ? null : meanings.get(PlainLetters.heading(heading));
    }

    private static Signature signature(WordFile.Entry entry) {
        List<Set<RosterColumn>> present = new ArrayList<>();
        Set<RosterColumn> absent = EnumSet.noneOf(RosterColumn.class);
        for (String word : entry.words()) {
            if (word.startsWith("!")) {
                absent.add(RosterColumn.valueOf(word.substring(1)));
            } else {
                Set<RosterColumn> either = EnumSet.noneOf(RosterColumn.class);
                for (String name : word.split("/", -1)) {
                    either.add(RosterColumn.valueOf(name));
                }
                present.add(either);
            }
        }
        return new Signature(RosterKind.valueOf(entry.key()), present, absent);
    }
}

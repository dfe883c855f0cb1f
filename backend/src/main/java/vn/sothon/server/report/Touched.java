package vn.sothon.server.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.sothon.server.platform.ledger.FeedChange;

/** Things whose counting may have changed, by id: what a job's argument holds. */
record Touched(Set<String> records, Set<String> obligations, Set<String> loans, Set<String> recommendations) {
    private static final char RECORD = 'r';
    private static final char OBLIGATION = 'o';
    private static final char LOAN = 'l';
    private static final char RECOMMENDATION = 'm';

    static Touched none() {
        return new Touched(new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    /** As words of an argument; empty when nothing of it counts. */
    static Set<String> words(List<FeedChange> changes) {
        Set<String> words = new LinkedHashSet<>();
        for (FeedChange change : changes) {
            switch (change.type()) {
                case recordStatus -> words.add(RECORD + change.id());
                case obligation -> words.add(OBLIGATION + change.id());
                case loan -> words.add(LOAN + change.id());
                case recommendation -> words.add(RECOMMENDATION + change.id());
                default -> {}
            }
        }
        return words;
    }

    /** Reads arguments back, so many things at a time that a transaction stays short. */
    static List<Touched> read(Collection<String> arguments, int most) {
        Set<String> words = new LinkedHashSet<>();
        arguments.forEach(argument -> words.addAll(List.of(argument.split(" "))));
        List<Touched> parts = new ArrayList<>();
        int n = 0;
        for (String word : words) {
            if (n++ % most == 0) {
                parts.add(none());
            }
            parts.get(parts.size() - 1).add(word);
        }
        return parts;
    }

    private void add(String word) {
        Set<String> kind =
                switch (word.charAt(0)) {
                    case RECORD -> records;
                    case OBLIGATION -> obligations;
                    case LOAN -> loans;
                    case RECOMMENDATION -> recommendations;
                    default -> throw new IllegalArgumentException(word);
                };
        kind.add(word.substring(1));
    }

    /** Facts named outright; others follow from records and loans. */
    Set<Fact.Key> keys() {
        Set<Fact.Key> keys = new HashSet<>();
        records.forEach(id -> keys.add(new Fact.Key(Fact.Source.RECORD, id)));
        obligations.forEach(id -> keys.add(new Fact.Key(Fact.Source.OBLIGATION, id)));
        recommendations.forEach(id -> keys.add(new Fact.Key(Fact.Source.RECOMMENDATION, id)));
        return keys;
    }
}

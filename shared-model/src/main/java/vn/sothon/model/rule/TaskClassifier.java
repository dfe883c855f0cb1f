package vn.sothon.model.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.RecordSubject;
import vn.sothon.model.plan.VisitKind;

/**
 * Which records a plan task accepts, by its own words. What the words mean lies in the lists accepted-phrases.txt,
 * doers.txt and visit-words.txt; this class only looks them up and quotes what it found.
 */
public final class TaskClassifier {
    private static final Comparator<Acceptance> CLOSEST_FIRST = Comparator.comparing(Acceptance::degree)
            .thenComparing(Acceptance::specificity)
            .reversed()
            .thenComparing(Acceptance::record)
            .thenComparing(Acceptance::phrase);

    private final List<PhraseRule> rules = PhraseRule.readAll();
    private final List<Named<ActingRole>> doers = Named.readAll("doers.txt", ActingRole.class);
    private final List<Named<VisitKind>> visits = Named.readAll("visit-words.txt", VisitKind.class);

    /**
     * What a task accepts, closest first; empty when nothing in it speaks of checking.
     *
     * @param content the task as printed, in any normal form
     * @param products what the task yields, as printed
     */
    public List<Acceptance> classify(String content, List<String> products) {
        FoldedText text = FoldedText.of(content);
        Set<ActingRole> named = Named.allIn(text, doers, ActingRole.class);
        Map<List<Object>, Acceptance> best = new LinkedHashMap<>();
        for (PhraseRule rule : rules) {
            String phrase =
                    rule.inProduct() ? inAny(products, rule) : rule.words().quoteFrom(text);
            if (phrase != null) {
                for (RecordSubject subject : rule.subjects()) {
                    Acceptance found = acceptance(rule, subject, phrase, named);
                    best.merge(kindOf(found), found, TaskClassifier::closer);
                }
            }
        }
        List<Acceptance> accepted = new ArrayList<>(best.values());
        accepted.sort(CLOSEST_FIRST);
        return accepted;
    }

    private Acceptance acceptance(PhraseRule rule, RecordSubject subject, String phrase, Set<ActingRole> named) {
        return new Acceptance(
                subject,
                phrase,
                rule.byWholeTask() ? named : rule.authors(),
                Named.allIn(FoldedText.of(phrase), visits, VisitKind.class),
                rule.degree(),
                rule.weight(),
                !rule.authors().isEmpty(),
                rule.findings());
    }

    /** Two acceptances that differ in none of these say the same, one more closely. */
    private static List<Object> kindOf(Acceptance a) {
        return List.of(a.record(), a.authors(), a.exclusive());
    }

    private static Acceptance closer(Acceptance one, Acceptance other) {
        return CLOSEST_FIRST.compare(one, other) <= 0 ? one : other;
    }

    private static @Nullable String inAny(List<String> products, PhraseRule rule) {
        for (String product : products) {
            String phrase = rule.words().quoteFrom(FoldedText.of(product));
            if (phrase != null) {
                return phrase;
            }
        }
        return null;
    }

    /** A meaning and the words that carry it. */
    record Named<E extends Enum<E>>(E meaning, WordPattern words) {
        static <E extends Enum<E>> List<Named<E>> readAll(String list, Class<E> type) {
            List<Named<E>> all = new ArrayList<>();
            for (String[] entry : WordList.read(list, 2)) {
                all.add(new Named<>(Enum.valueOf(type, entry[0]), WordPattern.of(entry[1])));
            }
            return all;
        }

        static <E extends Enum<E>> Set<E> allIn(FoldedText text, List<Named<E>> lists, Class<E> type) {
            EnumSet<E> found = EnumSet.noneOf(type);
            for (Named<E> named : lists) {
                if (!found.contains(named.meaning()) && named.words().isIn(text)) {
                    found.add(named.meaning());
                }
            }
            return found;
        }
    }
}

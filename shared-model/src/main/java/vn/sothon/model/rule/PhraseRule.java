package vn.sothon.model.rule;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.plan.Acceptance;
import vn.sothon.model.plan.RecordSubject;

/** A line of accepted-phrases.txt. */
record PhraseRule(
        Set<RecordSubject> subjects,
        Acceptance.Degree degree,
        int weight,
        boolean byWholeTask,
        Set<ActingRole> authors,
        Set<String> findings,
        boolean inProduct,
        WordPattern words) {

    static List<PhraseRule> readAll() {
        List<PhraseRule> rules = new ArrayList<>();
        for (String[] line : WordList.read("accepted-phrases.txt", 7)) {
            boolean byWholeTask = line[3].equals("TASK");
            rules.add(new PhraseRule(
                    codes(line[0], RecordSubject.class),
                    Acceptance.Degree.valueOf(line[1]),
                    Integer.parseInt(line[2]),
                    byWholeTask,
                    codes(byWholeTask ? "-" : line[3], ActingRole.class),
                    words(line[4]),
                    line[5].equals("PRODUCT"),
                    WordPattern.of(line[6])));
        }
        return rules;
    }

    private static <E extends Enum<E>> Set<E> codes(String column, Class<E> type) {
        EnumSet<E> codes = EnumSet.noneOf(type);
        for (String word : words(column)) {
            codes.add(Enum.valueOf(type, word));
        }
        return codes;
    }

    private static Set<String> words(String column) {
        Set<String> words = new LinkedHashSet<>();
        if (!column.equals("-")) {
            for (String word : column.split(",", -1)) {
                words.add(word.trim());
            }
        }
        return words;
    }
}

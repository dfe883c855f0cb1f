package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/**
 * A part of the narrative with a Roman number.
 *
 * @param lines what follows its title
 */
record PlanPart(String key, String title, Kind kind, int line, List<Line> lines) {
    enum Kind {
        PURPOSE,
        TASKS,
        ORGANISATION,
        OTHER
    }

    private static final Map<String, String> TITLES = WordLists.pairs("part-titles.txt");

    static List<PlanPart> of(List<Line> lines) {
        List<PlanPart> parts = new ArrayList<>();
        for (Line line : lines) {
            if (Patterns.matches("recipients", line.text()) || Patterns.matches("signer.block", line.text())) {
                break;
            }
            Matcher roman = Patterns.get("part.roman").matcher(line.text());
            if (roman.matches()
                    && RowKey.romanNumber(roman.group("key")) == parts.size() + 1
                    && isTitle(roman.group("text"))) {
                String title = roman.group("text");
                parts.add(new PlanPart(roman.group("key"), title, kind(title), line.number(), new ArrayList<>()));
            } else if (!parts.isEmpty() && !Patterns.matches("page.number", line.text())) {
                parts.get(parts.size() - 1).lines().add(line);
            }
        }
        return parts;
    }

    private static boolean isTitle(String text) {
        return Wording.startsCapital(text) && (kind(text) != Kind.OTHER || text.equals(text.toUpperCase(Locale.ROOT)));
    }

    /** The first phrase decides; tasks beside aims are tasks. */
    private static Kind kind(String title) {
        String even = Wording.evenTones(title).toLowerCase(Locale.ROOT);
        Kind first = Kind.OTHER;
        int firstAt = Integer.MAX_VALUE;
        boolean tasks = false;
        for (Map.Entry<String, String> phrase : TITLES.entrySet()) {
            int at = even.indexOf(phrase.getKey());
            if (at >= 0) {
                Kind kind = Kind.valueOf(phrase.getValue());
                tasks |= kind == Kind.TASKS;
                if (at < firstAt) {
                    firstAt = at;
                    first = kind;
                }
            }
        }
        return tasks && first == Kind.PURPOSE ? Kind.TASKS : first;
    }
}

package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanLevel;

/**
 * Finds who issued the plan: in the letterhead, in the line that attaches the appendix, or in the sentence that issues it. A
 * place that is not said there is taken from the rest of the document.
 */
final class IssuerFinder {
    private static final Map<String, String> WORDS = WordLists.pairs("words.txt");

    private final PlanHead head;
    private final List<Line> lines;

    IssuerFinder(PlanHead head, List<Line> lines) {
        this.head = head;
        this.lines = lines;
    }

    private record Organ(boolean party, String kind, @Nullable String place) {}

    PlanIssuer find(List<Doubt> doubts) {
        String preamble = head.preambleText();
        List<Organ> organs = new ArrayList<>();
        addIfFound(organs, letterhead());
        Matcher attached = Patterns.in("attached", Paragraphs.join(lines));
        if (attached.find()) {
            addIfFound(organs, organ(Patterns.group(attached, "issuer", Paragraphs.join(lines)), true));
        }
        addIfFound(organs, issuing(preamble));
        if (organs.isEmpty()) {
            addIfFound(organs, organ(head.title() + " " + preamble, false));
        }
        if (organs.isEmpty()) {
            doubts.add(new Doubt("issuer", Doubt.Code.NOT_FOUND, "", null));
            return new PlanIssuer(null, null);
        }
        Organ organ = organs.stream()
                .filter(candidate -> candidate.place() != null)
                .findFirst()
                .orElse(organs.get(0));
        String place = organ.place();
        if (place == null) {
            place = place(organ);
            if (place != null) {
                doubts.add(new Doubt("issuer", Doubt.Code.INFERRED, organ.kind(), place));
            }
        }
        return issuer(organ, place);
    }

    /** The level of an organ by its name; null where the name does not tell. */
    static @Nullable PlanLevel level(String name) {
        Organ organ = organ(name, false);
        return organ == null ? null : issuer(organ, organ.place()).level();
    }

    private static void addIfFound(List<Organ> organs, @Nullable Organ organ) {
        if (organ != null) {
            organs.add(organ);
        }
    }

    private static PlanIssuer issuer(Organ organ, @Nullable String place) {
        String where = place == null ? "" : " " + place;
        if (organ.party()) {
            String kind = organ.kind().substring(0, 1).toUpperCase(Locale.ROOT)
                    + organ.kind().substring(1);
            return new PlanIssuer(WORDS.get("party.bureau") + " " + kind + where, PlanLevel.PARTY_COMMITTEE);
        }
        PlanLevel level =
                Patterns.matches("issuer.level-province", organ.kind()) ? PlanLevel.PROVINCE : PlanLevel.COMMUNE;
        return new PlanIssuer(WORDS.get("short.government") + " " + organ.kind() + where, level);
    }

    private @Nullable Organ letterhead() {
        for (int i = 0; i < head.letterhead().size(); i++) {
            String text = withoutNoise(head.letterhead().get(i).text());
            Matcher party = Patterns.in("issuer.letterhead-party", text);
            if (party.matches()) {
                String place = party.group("place");
                return new Organ(
                        true, lower(party.group("organ")), place == null ? null : Capitals.lower(place.strip()));
            }
            Matcher government = Patterns.in("issuer.letterhead-government", text);
            if (!government.matches()) {
                continue;
            }
            if (government.group("kind") != null) {
                String place = government.group("place");
                String next = i + 1 < head.letterhead().size()
                        ? withoutNoise(head.letterhead().get(i + 1).text())
                        : "";
                String found = place != null ? place : Capitals.isCapitals(next) ? next : null;
                return new Organ(false, lower(government.group("kind")), found == null ? null : Capitals.lower(found));
            }
            for (int j = i + 1; j < head.letterhead().size(); j++) {
                Matcher kind = Patterns.in(
                        "issuer.letterhead-kind",
                        withoutNoise(head.letterhead().get(j).text()));
                if (kind.matches()) {
                    return new Organ(false, lower(kind.group("kind")), Capitals.lower(kind.group("place")));
                }
            }
        }
        return null;
    }

    private static String withoutNoise(String text) {
        return Patterns.in("issuer.letterhead-noise", text).replaceFirst("").strip();
    }

    /** The organ right before the verb that issues the plan. */
    private static @Nullable Organ issuing(String text) {
        for (String pattern : List.of("issuer.party", "issuer.government")) {
            Matcher organ = Patterns.in(pattern, text);
            while (organ.find()) {
                if (Patterns.in("issuer.verb", text.substring(organ.end())).lookingAt()) {
                    return organ(organ, text, pattern.equals("issuer.party"));
                }
            }
        }
        return null;
    }

    private static @Nullable Organ organ(String text, boolean fromStart) {
        for (String pattern : List.of("issuer.party", "issuer.government")) {
            Matcher organ = Patterns.in(pattern, text);
            if (fromStart ? organ.lookingAt() : organ.find()) {
                return organ(organ, text, pattern.equals("issuer.party"));
            }
        }
        return null;
    }

    private static Organ organ(Matcher found, String text, boolean party) {
        String kind = Patterns.group(found, party ? "organ" : "kind", text);
        String place = found.group("place") == null ? null : Patterns.group(found, "place", text);
        return new Organ(
                party, lower(kind), place == null || !Capitals.isCapitals(place) ? place : Capitals.lower(place));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The name that follows the organ's kind most often, else the place of the date line. */
    private @Nullable String place(Organ organ) {
        Map<String, Integer> counts = new HashMap<>();
        Pattern afterKind = Pattern.compile(
                Patterns.get("issuer.place-after-kind").pattern().replace("KIND", Pattern.quote(organ.kind())),
                Pattern.UNICODE_CHARACTER_CLASS);
        String best = null;
        for (Line line : lines) {
            Matcher matcher = afterKind.matcher(line.text());
            while (matcher.find()) {
                String place = Patterns.group(matcher, "place", line.text());
                int count = counts.merge(place, 1, Integer::sum);
                if (best == null || count > counts.getOrDefault(best, 0)) {
                    best = place;
                }
            }
        }
        for (Line line : head.letterhead()) {
            Matcher dateline = Patterns.in("issuer.dateline", line.text());
            if (dateline.find()) {
                return Patterns.group(dateline, "place", line.text());
            }
        }
        return best;
    }
}

package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/** Finds the documents a text cites by kind and number. */
final class Citations {
    private static final Map<String, String> WORDS = WordLists.pairs("words.txt");

    private Citations() {}

    /** Each once, in the order of the text, in the fullest wording the text has for it. */
    static List<CitedDocument> in(String text) {
        Map<String, CitedDocument> found = new LinkedHashMap<>();
        for (CitedDocument cited : all(text)) {
            String number = String.valueOf(cited.number()).toUpperCase(Locale.ROOT);
            found.merge(number, cited, (a, b) -> fullness(b) > fullness(a) ? b : a);
        }
        return new ArrayList<>(found.values());
    }

    private static int fullness(CitedDocument document) {
        return (document.date() == null ? 0 : 2) + (document.issuer() == null ? 0 : 1);
    }

    private static List<CitedDocument> all(String text) {
        List<CitedDocument> cited = new ArrayList<>();
        Matcher matcher = Patterns.in("document.cited", text);
        while (matcher.find()) {
            String kind = Patterns.group(matcher, "kind", text);
            String number = Patterns.group(matcher, "number", text);
            String date = matcher.group("date") == null ? null : Patterns.group(matcher, "date", text);
            String issuer = matcher.group("issuer") == null ? null : Patterns.group(matcher, "issuer", text);
            StringBuilder name = new StringBuilder(kind)
                    .append(' ')
                    .append(WORDS.get("cited.number"))
                    .append(' ')
                    .append(number);
            if (date != null) {
                name.append(' ').append(WORDS.get("cited.date")).append(' ').append(date);
            }
            if (issuer != null) {
                name.append(' ').append(WORDS.get("cited.issuer")).append(' ').append(issuer);
            }
            cited.add(new CitedDocument(
                    name.toString(),
                    kind,
                    number,
                    date == null ? null : Times.date(WORDS.get("cited.date") + " " + date),
                    issuer));
        }
        return cited;
    }

    /** What the plan replaces: the documents named, or the words if it names none. */
    static List<CitedDocument> replaced(List<Line> lines) {
        String text = Paragraphs.join(lines);
        Matcher replaces = Patterns.in("replaces", text);
        if (!replaces.find()) {
            return List.of();
        }
        String what = Patterns.group(replaces, "what", text);
        if (Patterns.matches("replaces.unnamed", what)) {
            Matcher end = Patterns.in("replaces.end", what);
            String words = end.find() ? what.substring(0, end.start()) : what;
            return List.of(new CitedDocument(UnitList.trim(words), null, null, null, null));
        }
        Matcher end = Patterns.in("replaces.subject", what);
        String named = end.find() ? what.substring(0, end.start()) : what;
        return in(named.replaceFirst("(?<!\\(.{0,8})\\)[./\\s]*$", ""));
    }

    /** A title in capitals also raises letters of a number; the running text knows better. */
    static CitedDocument asElsewhere(CitedDocument cited, List<Line> lines) {
        String number = String.valueOf(cited.number());
        if (!Capitals.isCapitals(String.valueOf(cited.kind()))) {
            return cited;
        }
        String printed = number;
        for (Line line : lines) {
            Matcher matcher = Patterns.get("document.number").matcher(line.text());
            while (matcher.find()) {
                if (matcher.group().equalsIgnoreCase(number) && !matcher.group().equals(number)) {
                    printed = matcher.group();
                }
            }
        }
        String text = Capitals.lower(cited.text()).replace(number, printed);
        String issuer = cited.issuer();
        return new CitedDocument(
                text.replaceFirst(" " + Capitals.name(word("cited.number")) + " ", " " + word("cited.number") + " ")
                        .replaceFirst(" " + Capitals.name(word("cited.date")) + " ", " " + word("cited.date") + " "),
                Capitals.lower(String.valueOf(cited.kind())),
                printed,
                cited.date(),
                issuer == null ? null : Capitals.lower(issuer));
    }

    private static String word(String name) {
        return String.valueOf(WORDS.get(name));
    }
}

package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the lines of a part into items at the numbers and letters that may come next; the rest of a year at the start of a
 * line is no item.
 */
final class Outline {
    private static final List<String> LETTERS = letters("point.letters");
    /** Letters that a person leaves out and a word processor does not. */
    private static final List<String> RARE = letters("point.letters-rare");

    private static final Phrases<Column> LABELS = labels();
    private static final int MOST_SKIPPED = 2;

    private final List<OutlineItem> roots = new ArrayList<>();
    private @Nullable OutlineItem item;
    private OutlineItem.@Nullable Assignment assignment;

    private Outline() {}

    static List<OutlineItem> of(List<Line> lines) {
        Outline outline = new Outline();
        lines.forEach(outline::add);
        return outline.roots;
    }

    private void add(Line line) {
        if (beginsNumber(line) || beginsSubNumber(line) || beginsLetter(line)) {
            assignment = null;
            return;
        }
        OutlineItem open = item;
        if (open == null) {
            return;
        }
        OutlineItem.Assignment begun = assignment(line);
        if (begun != null) {
            open.lastBlock().assignments.add(begun);
            assignment = begun;
        } else if (assignment != null && goesOn(assignment, line)) {
            assignment.lines().add(line);
        } else {
            assignment = null;
            if (!open.lastBlock().assignments.isEmpty()) {
                open.blocks.add(new OutlineItem.Block());
            }
            open.lastBlock().content.add(line);
        }
    }

    private boolean beginsNumber(Line line) {
        Matcher number = Patterns.get("item.number").matcher(line.text());
        if (!number.matches() || !beginsLike(number.group("text"))) {
            return false;
        }
        int last = roots.isEmpty() ? 0 : Integer.parseInt(roots.get(roots.size() - 1).key);
        if (Integer.parseInt(number.group("key")) != last + 1) {
            return false;
        }
        OutlineItem next = new OutlineItem(OutlineItem.Kind.NUMBER, number.group("key"), null, line.number(), false);
        roots.add(next);
        open(next, line, number.group("text"));
        return true;
    }

    private boolean beginsSubNumber(Line line) {
        Matcher number = Patterns.get("item.sub-number").matcher(line.text());
        if (!number.matches() || roots.isEmpty() || !beginsLike(number.group("text"))) {
            return false;
        }
        OutlineItem root = roots.get(roots.size() - 1);
        String[] path = number.group("key").split("\\.", 2);
        int last = lastChild(root, OutlineItem.Kind.SUB_NUMBER)
                .map(child -> Integer.parseInt(child.key.split("\\.", 2)[1]))
                .orElse(0);
        int step = Integer.parseInt(path[1]) - last;
        if (!path[0].equals(root.key) || step < 1 || step > MOST_SKIPPED) {
            return false;
        }
        OutlineItem next =
                new OutlineItem(OutlineItem.Kind.SUB_NUMBER, number.group("key"), root, line.number(), step > 1);
        open(next, line, number.group("text"));
        return true;
    }

    private boolean beginsLetter(Line line) {
        Matcher letter = Patterns.get("item.letter").matcher(line.text());
        if (!letter.matches() || roots.isEmpty() || !beginsLike(letter.group("text"))) {
            return false;
        }
        OutlineItem root = roots.get(roots.size() - 1);
        OutlineItem parent = lastChild(root, OutlineItem.Kind.SUB_NUMBER).orElse(root);
        int last = lastChild(parent, OutlineItem.Kind.LETTER)
                .map(child -> LETTERS.indexOf(child.key))
                .orElse(-1);
        int step = step(last, LETTERS.indexOf(letter.group("key")));
        if (step < 1 || step > MOST_SKIPPED) {
            return false;
        }
        OutlineItem next =
                new OutlineItem(OutlineItem.Kind.LETTER, letter.group("key"), parent, line.number(), step > 1);
        open(next, line, letter.group("text"));
        return true;
    }

    private static int step(int last, int next) {
        int step = next > last ? 1 : 0;
        for (int i = last + 1; i < next; i++) {
            step += RARE.contains(LETTERS.get(i)) ? 0 : 1;
        }
        return step;
    }

    private static List<String> letters(String name) {
        String letters = WordLists.pairs("words.txt").get(name);
        return letters == null ? List.of() : List.of(letters.split(" "));
    }

    private static Optional<OutlineItem> lastChild(OutlineItem parent, OutlineItem.Kind kind) {
        return parent.children.stream().filter(child -> child.kind == kind).reduce((first, second) -> second);
    }

    private void open(OutlineItem next, Line line, String text) {
        item = next;
        next.lastBlock().content.add(new Line(line.number(), text));
    }

    private static boolean beginsLike(String text) {
        return Wording.startsCapital(text) || text.startsWith("\"");
    }

    private static OutlineItem.@Nullable Assignment assignment(Line line) {
        Matcher labelled = Patterns.get("assignment").matcher(line.text());
        if (!labelled.matches()) {
            return null;
        }
        Column column = LABELS.whole(Wording.keys(labelled.group("label")));
        if (column == null) {
            return null;
        }
        List<Line> lines = new ArrayList<>();
        if (!labelled.group("value").isBlank()) {
            lines.add(new Line(line.number(), labelled.group("value")));
        }
        return new OutlineItem.Assignment(column, lines);
    }

    private static boolean goesOn(OutlineItem.Assignment open, Line line) {
        if (open.lines().isEmpty()) {
            return true;
        }
        if (Patterns.matches("item.bullet", line.text())) {
            return false;
        }
        String before = open.lines().get(open.lines().size() - 1).text();
        boolean ended = before.endsWith(".") || open.column() == Column.TIME;
        return !ended
                || Character.isLowerCase(line.text().charAt(0))
                || Character.isDigit(line.text().charAt(0));
    }

    private static Phrases<Column> labels() {
        Phrases<Column> labels = new Phrases<>();
        WordLists.pairs("labels.txt")
                .forEach((label, column) -> labels.add(Wording.keys(label), Column.valueOf(column)));
        return labels;
    }
}

package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cells of a row whose text came one cell after the other, without borders. On each page the cells stand in
 * the order of the columns and any may be missing there; a cell is all its pieces, page after page. Of all ways to cut
 * the pages, the one whose cells fit their columns' vocabulary best is taken.
 */
final class RowReader {
    private static final double ROUNDING = 1e-6;

    /** A narrow search first: what it finds bounds the wide one. */
    private static final int[] KEPT = {6, 40, 300};

    private final List<Column> columns;
    private final List<List<TableWord>> pages;
    private final List<List<Integer>> cuts = new ArrayList<>();
    private final List<double[]> leastCosts = new ArrayList<>();
    private final List<double[]> jumps = new ArrayList<>();
    private final Map<Column, Map<Long, Double>> costs = new EnumMap<>(Column.class);
    private double bound;

    private RowReader(List<Column> columns, List<List<TableWord>> pages) {
        this.columns = columns;
        this.pages = pages;
        for (List<TableWord> page : pages) {
            cuts.add(cutsOf(page));
            leastCosts.add(leastCosts(page));
            jumps.add(jumps(page));
        }
    }

    /** The cells' words by column, and how ill they fit. */
    record Cells(Map<Column, List<TableWord>> words, double cost) {}

    /** The cells up to one column: where they end on each page, what they cost, and the cut before the last of them. */
    private static final class Cut {
        private final int[] ends;
        private final double cost;
        private final @Nullable Cut before;

        Cut(int[] ends, double cost, @Nullable Cut before) {
            this.ends = ends;
            this.cost = cost;
            this.before = before;
        }

        int[] ends() {
            return ends;
        }

        double cost() {
            return cost;
        }

        @Nullable
        Cut before() {
            return before;
        }
    }

    /** @param bound what the cells may cost at most; a dearer reading is no reading */
    static @Nullable Cells read(List<Column> columns, List<List<TableWord>> pages, double bound) {
        List<Column> cells =
                columns.stream().filter(column -> column != Column.NUMBER).toList();
        RowReader reader = new RowReader(cells, pages);
        reader.bound = bound;
        Cells found = null;
        for (int kept : KEPT) {
            if (pages.size() > 2 && kept > KEPT[1]) {
                break;
            }
            Cells better = reader.best(kept);
            if (better != null) {
                found = better;
                reader.bound = Math.min(reader.bound, better.cost()) + ROUNDING;
            }
        }
        return found;
    }

    private @Nullable Cells best(int kept) {
        List<Cut> open = List.of(new Cut(new int[pages.size()], 0, null));
        for (int i = 0; i < columns.size(); i++) {
            Map<Long, Cut> next = new HashMap<>();
            for (Cut cut : open) {
                extend(
                        cut,
                        columns.get(i),
                        i + 1 == columns.size(),
                        0,
                        cut.ends().clone(),
                        next);
            }
            open = kept(next, kept);
        }
        return open.isEmpty() ? null : cells(open.get(0));
    }

    /** What the words not yet in a cell cost at least, once the content is complete. */
    private double estimate(Cut cut) {
        double cost = cut.cost();
        for (int page = 0; page < pages.size(); page++) {
            cost += leastCosts.get(page)[cut.ends()[page]];
        }
        return cost;
    }

    /** For each word, what units' names before it cost that begin in the middle of a sentence. */
    private static double[] jumps(List<TableWord> page) {
        double[] costs = new double[page.size() + 1];
        for (int i = 0; i < page.size(); i++) {
            double cost = 0;
            if (i > 0 && !page.get(i - 1).tokens().isEmpty()) {
                List<Token> before = page.get(i - 1).tokens();
                cost = CellCost.beginsAmid(
                        before.get(before.size() - 1),
                        ahead(page, i),
                        page.get(i).lineStart());
            }
            costs[i + 1] = costs[i] + cost;
        }
        return costs;
    }

    private static List<Token> ahead(List<TableWord> page, int at) {
        return tokens(page.subList(at, Math.min(page.size(), at + 8)));
    }

    private static double[] leastCosts(List<TableWord> page) {
        double[] costs = new double[page.size() + 1];
        for (int i = page.size() - 1; i >= 0; i--) {
            double cost = 0;
            for (Token token : page.get(i).tokens()) {
                cost += CellCost.least(token);
            }
            costs[i] = costs[i + 1] + cost;
        }
        return costs;
    }

    private void extend(Cut cut, Column column, boolean last, int page, int[] ends, Map<Long, Cut> next) {
        if (page == pages.size()) {
            double cost = cut.cost() + cost(column, cut.ends(), ends);
            Cut extended = new Cut(ends.clone(), cost, cut);
            if (cost < CellCost.NEVER && estimate(extended) <= bound) {
                next.merge(code(ends), extended, (a, b) -> a.cost() <= b.cost() ? a : b);
            }
            return;
        }
        int from = cut.ends()[page];
        int size = pages.get(page).size();
        if (last) {
            ends[page] = size;
            extend(cut, column, true, page + 1, ends, next);
            return;
        }
        boolean firstPiece = firstPiece(cut.ends(), ends, page);
        for (int end : cuts.get(page)) {
            if (end < from || (end > from && firstPiece && !mayBegin(column, page, from))) {
                continue;
            }
            ends[page] = end;
            extend(cut, column, false, page + 1, ends, next);
        }
        ends[page] = from;
    }

    private static boolean firstPiece(int[] from, int[] ends, int page) {
        for (int i = 0; i < page; i++) {
            if (ends[i] > from[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean mayBegin(Column column, int page, int at) {
        List<TableWord> words = pages.get(page);
        return CellCost.mayBegin(
                column,
                tokens(words.subList(at, Math.min(words.size(), at + 8))),
                words.get(at).lineStart());
    }

    private double cost(Column column, int[] from, int[] to) {
        long code = code(from) * 1_095_912_791L + code(to);
        return costs.computeIfAbsent(column, c -> new HashMap<>()).computeIfAbsent(code, c -> {
            List<Token> tokens = new ArrayList<>();
            double cost = 0;
            boolean begun = false;
            for (int page = 0; page < pages.size(); page++) {
                List<TableWord> piece = pages.get(page).subList(from[page], to[page]);
                if (piece.isEmpty()) {
                    continue;
                }
                if (!begun && !mayBegin(column, page, from[page])) {
                    return CellCost.NEVER;
                }
                List<Token> words = tokens(piece);
                if (words.isEmpty()) {
                    continue;
                }
                if (!piece.get(0).lineStart() && from[page] > 0) {
                    cost += CellCost.insideLine(column, words.get(0));
                }
                if (begun && !tokens.isEmpty()) {
                    cost += CellCost.goingOn(column, tokens, words.get(0));
                }
                if (column == Column.CONTENT) {
                    cost += jumps.get(page)[to[page]] - jumps.get(page)[from[page] + 1];
                }
                begun = true;
                tokens.addAll(words);
            }
            return begun && !tokens.isEmpty() ? cost + CellCost.of(column, tokens) : CellCost.empty(column);
        });
    }

    private static long code(int[] ends) {
        long code = 7;
        for (int end : ends) {
            code = code * 1031 + end;
        }
        return code;
    }

    private List<Cut> kept(Map<Long, Cut> cuts, int most) {
        List<Cut> sorted = new ArrayList<>(cuts.values());
        sorted.sort(Comparator.comparingDouble(this::estimate).thenComparingLong(cut -> code(cut.ends())));
        return sorted.size() <= most ? sorted : sorted.subList(0, most);
    }

    private Cells cells(Cut last) {
        Map<Column, List<TableWord>> words = new LinkedHashMap<>();
        List<Cut> path = new ArrayList<>();
        for (Cut cut = last; cut != null; cut = cut.before()) {
            path.add(0, cut);
        }
        for (int i = 0; i < columns.size(); i++) {
            List<TableWord> cell = new ArrayList<>();
            for (int page = 0; page < pages.size(); page++) {
                cell.addAll(pages.get(page)
                        .subList(path.get(i).ends()[page], path.get(i + 1).ends()[page]));
            }
            words.put(columns.get(i), cell);
        }
        return new Cells(words, last.cost());
    }

    /** Where a cell may end: at line ends, and before a word that cells begin or go on with. */
    private static List<Integer> cutsOf(List<TableWord> page) {
        List<Integer> cuts = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            List<Token> ahead = ahead(page, i);
            boolean begins = !ahead.isEmpty()
                    && (UnitWords.headAt(ahead, 0) != null
                            || ProductList.headAt(ahead, 0) != null
                            || (Times.isWord(ahead.get(0)) && !UnitWords.isConnector(ahead.get(0))));
            if (i == 0 || page.get(i).lineStart() || begins) {
                cuts.add(i);
            }
        }
        cuts.add(page.size());
        return cuts;
    }

    static List<Token> tokens(List<TableWord> words) {
        List<Token> tokens = new ArrayList<>();
        words.forEach(word -> tokens.addAll(word.tokens()));
        return tokens;
    }
}

package vn.sothon.server.plan.importer;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A ruled table of a page: its cells as the lines part them. */
final class PdfGrid {
    /** Lines meet, though drawn by cell and rounded, if they come so near. Points. */
    private static final double NEAR = 3;

    private static final int FEWEST_EDGES = 3;

    private final List<Line2D> across;
    private final List<Line2D> down;
    private final List<Double> xs;
    private final List<Double> ys;
    private final List<List<Place>> rows = new ArrayList<>();

    /**
     * Where a cell is.
     *
     * @param goesOn no line parts it from the cell above
     * @param place the cell with all that belongs to it further down
     */
    record Place(String name, int column, int span, boolean goesOn, Rectangle2D place) {}

    private PdfGrid(List<Line2D> across, List<Line2D> down) {
        this.across = across;
        this.down = down;
        this.xs = edges(down.stream().map(Line2D::getX1).toList());
        List<Double> heights =
                new ArrayList<>(across.stream().map(Line2D::getY1).toList());
        // A page may end in the middle of a row, without a line.
        down.forEach(line -> {
            heights.add(Math.min(line.getY1(), line.getY2()));
            heights.add(Math.max(line.getY1(), line.getY2()));
        });
        this.ys = edges(heights);
    }

    /** The tables that a page's lines form. */
    static List<PdfGrid> in(List<Line2D> lines) {
        List<Line2D> down = new ArrayList<>();
        List<Line2D> across = new ArrayList<>();
        for (Line2D line : lines) {
            double width = Math.abs(line.getX1() - line.getX2());
            double height = Math.abs(line.getY1() - line.getY2());
            if (width < 1 && height > NEAR) {
                down.add(line);
            } else if (height < 1 && width > NEAR) {
                across.add(line);
            }
        }
        // What is underlined ends beside no border.
        across.removeIf(line -> down.stream().noneMatch(border -> meets(line, border, line.getX1()))
                || down.stream().noneMatch(border -> meets(line, border, line.getX2())));
        List<PdfGrid> grids = new ArrayList<>();
        List<Line2D> left = new ArrayList<>(down);
        List<Line2D> open = new ArrayList<>(across);
        while (!left.isEmpty()) {
            List<Line2D> mineDown = new ArrayList<>(List.of(left.remove(0)));
            List<Line2D> mineAcross = new ArrayList<>();
            boolean grown = true;
            while (grown) {
                grown = open.removeIf(line -> touches(line, mineDown) && mineAcross.add(line));
                grown |= left.removeIf(
                        border -> (touched(border, mineAcross) || continues(border, mineDown)) && mineDown.add(border));
            }
            PdfGrid grid = new PdfGrid(mineAcross, mineDown);
            if (grid.xs.size() >= FEWEST_EDGES && grid.ys.size() >= 2) {
                grid.cut();
                grids.add(grid);
            }
        }
        return grids;
    }

    private static boolean touches(Line2D line, List<Line2D> borders) {
        return borders.stream()
                .anyMatch(border -> meets(line, border, line.getX1())
                        || meets(line, border, line.getX2())
                        || crosses(line, border));
    }

    private static boolean touched(Line2D border, List<Line2D> lines) {
        return lines.stream()
                .anyMatch(line -> meets(line, border, line.getX1())
                        || meets(line, border, line.getX2())
                        || crosses(line, border));
    }

    private static boolean continues(Line2D border, List<Line2D> borders) {
        return borders.stream()
                .anyMatch(other -> Math.abs(other.getX1() - border.getX1()) < NEAR
                        && top(border) < bottom(other) + NEAR
                        && top(other) < bottom(border) + NEAR);
    }

    private static boolean meets(Line2D line, Line2D border, double end) {
        return Math.abs(border.getX1() - end) < NEAR
                && line.getY1() > top(border) - NEAR
                && line.getY1() < bottom(border) + NEAR;
    }

    private static boolean crosses(Line2D line, Line2D border) {
        return border.getX1() > Math.min(line.getX1(), line.getX2()) - NEAR
                && border.getX1() < Math.max(line.getX1(), line.getX2()) + NEAR
                && line.getY1() > top(border) - NEAR
                && line.getY1() < bottom(border) + NEAR;
    }

    private static double top(Line2D line) {
        return Math.min(line.getY1(), line.getY2());
    }

    private static double bottom(Line2D line) {
        return Math.max(line.getY1(), line.getY2());
    }

    private static List<Double> edges(List<Double> all) {
        List<Double> edges = new ArrayList<>();
        for (double value : all.stream().sorted().toList()) {
            if (edges.isEmpty() || value - edges.get(edges.size() - 1) > NEAR) {
                edges.add(value);
            }
        }
        return edges;
    }

    Rectangle2D bounds() {
        return PdfText.rectangle(xs.get(0), ys.get(0), xs.get(xs.size() - 1), ys.get(ys.size() - 1));
    }

    List<List<Place>> rows() {
        return rows;
    }

    /** The cells that have text of their own. */
    List<Place> cells() {
        return rows.stream()
                .flatMap(List::stream)
                .filter(cell -> !cell.goesOn())
                .toList();
    }

    private void cut() {
        for (int row = 0; row + 1 < ys.size(); row++) {
            List<Place> cells = new ArrayList<>();
            int from = 0;
            for (int column = 1; column < xs.size(); column++) {
                if (column + 1 == xs.size() || borderAt(column, row)) {
                    cells.add(place(row, from, column));
                    from = column;
                }
            }
            rows.add(cells);
        }
    }

    private Place place(int row, int from, int to) {
        boolean goesOn = row > 0 && !lineUnder(row - 1, from, to);
        int end = row;
        while (end + 2 < ys.size() && !lineUnder(end, from, to)) {
            end++;
        }
        return new Place(
                "cell " + ys.get(row) + " " + xs.get(from),
                from,
                to - from,
                goesOn,
                PdfText.rectangle(xs.get(from), ys.get(row), xs.get(to), ys.get(end + 1)));
    }

    private boolean borderAt(int column, int row) {
        double x = xs.get(column);
        double y = (ys.get(row) + ys.get(row + 1)) / 2;
        return down.stream().anyMatch(line -> Math.abs(line.getX1() - x) <= NEAR && top(line) < y && bottom(line) > y);
    }

    private boolean lineUnder(int row, int from, int to) {
        double y = ys.get(row + 1);
        double x = (xs.get(from) + xs.get(to)) / 2;
        return across.stream()
                .anyMatch(line -> Math.abs(line.getY1() - y) <= NEAR
                        && Math.min(line.getX1(), line.getX2()) < x
                        && Math.max(line.getX1(), line.getX2()) > x);
    }
}

package vn.sothon.server.plan.importer;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.PDFGraphicsStreamEngine;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.jspecify.annotations.Nullable;

/**
 * The straight lines a page draws, as its reader sees the page: points, from its top left corner. Borders come as lines or
 * as thin filled boxes.
 */
final class PdfRulings extends PDFGraphicsStreamEngine {
    /** A box thinner than this is a line. Points. */
    private static final double THIN = 3;
    /** A page of a plan draws some hundreds. */
    private static final int MOST_LINES = 20_000;

    private final List<Line2D> lines = new ArrayList<>();
    private final List<Line2D> path = new ArrayList<>();
    private Point2D current = new Point2D.Double();
    private Point2D start = new Point2D.Double();
    private boolean picture;

    private PdfRulings(PDPage page) {
        super(page);
    }

    static PdfRulings of(PDPage page) throws IOException {
        PdfRulings rulings = new PdfRulings(page);
        rulings.processPage(page);
        return rulings;
    }

    List<Line2D> lines() {
        return lines;
    }

    boolean picture() {
        return picture;
    }

    double height() {
        PDRectangle box = getPage().getCropBox();
        return getPage().getRotation() % 180 == 0 ? box.getHeight() : box.getWidth();
    }

    @Override
    public void appendRectangle(Point2D p0, Point2D p1, Point2D p2, Point2D p3) {
        double width = Math.max(p0.distance(p1), 0);
        double height = Math.max(p1.distance(p2), 0);
        if (width < THIN && height >= THIN) {
            path.add(new Line2D.Double(middle(p0, p1), middle(p3, p2)));
        } else if (height < THIN && width >= THIN) {
            path.add(new Line2D.Double(middle(p0, p3), middle(p1, p2)));
        } else if (width >= THIN) {
            path.add(new Line2D.Double(p0, p1));
            path.add(new Line2D.Double(p1, p2));
            path.add(new Line2D.Double(p2, p3));
            path.add(new Line2D.Double(p3, p0));
        }
    }

    private static Point2D middle(Point2D one, Point2D other) {
        return new Point2D.Double((one.getX() + other.getX()) / 2, (one.getY() + other.getY()) / 2);
    }

    @Override
    public void moveTo(float x, float y) {
        current = new Point2D.Double(x, y);
        start = current;
    }

    @Override
    public void lineTo(float x, float y) {
        Point2D next = new Point2D.Double(x, y);
        path.add(new Line2D.Double(current, next));
        current = next;
    }

    @Override
    public void curveTo(float x1, float y1, float x2, float y2, float x3, float y3) {
        current = new Point2D.Double(x3, y3);
    }

    @Override
    public @Nullable Point2D getCurrentPoint() {
        return current;
    }

    @Override
    public void closePath() {
        path.add(new Line2D.Double(current, start));
        current = start;
    }

    @Override
    public void endPath() {
        path.clear();
    }

    @Override
    public void strokePath() {
        draw();
    }

    @Override
    public void fillPath(int windingRule) {
        draw();
    }

    @Override
    public void fillAndStrokePath(int windingRule) {
        draw();
    }

    private void draw() {
        for (Line2D line : path) {
            if (lines.size() < MOST_LINES) {
                lines.add(new Line2D.Double(seen(line.getP1()), seen(line.getP2())));
            }
        }
        path.clear();
    }

    private Point2D seen(Point2D point) {
        PDRectangle box = getPage().getCropBox();
        double x = point.getX() - box.getLowerLeftX();
        double y = point.getY() - box.getLowerLeftY();
        return switch (Math.floorMod(getPage().getRotation(), 360)) {
            case 90 -> new Point2D.Double(y, x);
            case 180 -> new Point2D.Double(box.getWidth() - x, y);
            case 270 -> new Point2D.Double(box.getHeight() - y, box.getWidth() - x);
            default -> new Point2D.Double(x, box.getHeight() - y);
        };
    }

    @Override
    public void drawImage(PDImage image) {
        picture = true;
    }

    @Override
    public void clip(int windingRule) {
        // Borders are drawn whole; what is cut away was none.
    }

    @Override
    public void shadingFill(COSName shadingName) {
        // A shade is no line.
    }
}

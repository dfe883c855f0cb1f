package vn.sothon.app.ui.paper;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.Paint;
import android.graphics.RectF;
import android.text.Layout;
import android.text.StaticLayout;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ruled table; its head is repeated on every page. */
final class PaperTable {
    private static final int PAD = 3;
    private static final float LEAST = 16;
    private static final float FOR_A_SIGNATURE = 30;

    private final float size;
    private final int[] weights;
    private final Row head;
    private final List<Row> rows = new ArrayList<>();

    /**
     * One line of the table.
     *
     * @param drawing in the last column
     */
    record Row(List<String> cells, boolean bold, @Nullable Bitmap drawing) {}

    /**
     * An empty table.
     *
     * @param size of its letters
     * @param weights of its columns, as parts of the whole
     */
    PaperTable(float size, int[] weights, List<String> head) {
        this.size = size;
        this.weights = weights.clone();
        this.head = new Row(head, true, null);
    }

    void add(List<String> cells) {
        rows.add(new Row(cells, false, null));
    }

    void add(List<String> cells, @Nullable Bitmap drawing) {
        rows.add(new Row(cells, false, drawing));
    }

    void total(List<String> cells) {
        rows.add(new Row(cells, true, null));
    }

    Row head() {
        return head;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    float rowHeight(Row row, int width) {
        float height = row.drawing() == null ? LEAST : FOR_A_SIGNATURE;
        int[] wide = widths(width);
        for (int i = 0; i < wide.length; i++) {
            height = Math.max(height, set(row, i, wide[i]).getHeight() + 2f * PAD);
        }
        return height;
    }

    /** Draws one row and returns its height. */
    float draw(Canvas canvas, Row row, float left, float top, int width) {
        Paint rule = new Paint();
        rule.setStyle(Paint.Style.STROKE);
        rule.setStrokeWidth(0.5f);
        rule.setColor(Color.BLACK);
        float height = rowHeight(row, width);
        float x = left;
        int[] wide = widths(width);
        for (int i = 0; i < wide.length; i++) {
            canvas.drawRect(x, top, x + wide[i], top + height, rule);
            Bitmap drawing = row.drawing();
            if (i == wide.length - 1 && drawing != null) {
                PaperWriter.picture(
                        canvas, drawing, new RectF(x + PAD, top + PAD, x + wide[i] - PAD, top + height - PAD));
            } else {
                canvas.save();
                canvas.translate(x + PAD, top + PAD);
                set(row, i, wide[i]).draw(canvas);
                canvas.restore();
            }
            x += wide[i];
        }
        return height;
    }

    private StaticLayout set(Row row, int column, int wide) {
        String text = column < row.cells().size() ? row.cells().get(column) : "";
        return PaperWriter.set(
                text, PaperWriter.paint(size, row.bold()), wide - 2 * PAD, Layout.Alignment.ALIGN_NORMAL);
    }

    private int[] widths(int width) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int[] wide = new int[weights.length];
        for (int i = 0; i < weights.length; i++) {
            wide[i] = width * weights[i] / sum;
        }
        return wide;
    }
}

package vn.sothon.app.ui.paper;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.RectF;
import android.graphics.Typeface;
import android.text.Layout;
import android.text.SpannableStringBuilder;
import android.text.Spanned;
import android.text.StaticLayout;
import android.text.TextPaint;
import android.text.style.StyleSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets text, tables and signatures from top to bottom, on as many A4 pages as it takes. */
final class PaperWriter {
    private static final int SHORT_SIDE = 595;
    private static final int LONG_SIDE = 842;
    private static final int MARGIN = 40;
    private static final int FOOT = 30;
    private static final float BODY = 12;
    private static final float SMALL = 8;
    private static final float TITLE = 15;
    private static final int GAP = 4;
    private static final int SIGNED = 62;

    private final Pages pages;
    private final PaperWords words;
    private final int width;
    private final int height;
    private final String foot;
    private Canvas canvas;
    private float y;
    private int page;

    /** A signature under a paper: in which quality, whose, and what was drawn, if it is here. */
    record Signed(String as, String name, @Nullable Bitmap drawing) {}

    PaperWriter(Pages pages, PaperWords words, boolean lying, String foot) {
        this.pages = pages;
        this.words = words;
        this.width = lying ? LONG_SIDE : SHORT_SIDE;
        this.height = lying ? SHORT_SIDE : LONG_SIDE;
        this.foot = foot;
        this.canvas = turn();
    }

    /** The head that every official paper has: whose on the left, the nation's words on the right. */
    void nation(@Nullable String body) {
        int half = (width - 2 * MARGIN) / 2;
        StaticLayout left = set(body == null ? "" : body, paint(BODY, true), half, Layout.Alignment.ALIGN_CENTER);
        SpannableStringBuilder both = bold(words.of("nation")).append('\n').append(bold(words.of("motto")));
        StaticLayout right = set(both, paint(BODY - 1, false), half, Layout.Alignment.ALIGN_CENTER);
        at(left, MARGIN);
        at(right, MARGIN + half);
        y += Math.max(left.getHeight(), right.getHeight()) + 3 * GAP;
    }

    void title(String title, String under) {
        flow(set(title, paint(TITLE, true), inner(), Layout.Alignment.ALIGN_CENTER));
        flow(set(under, paint(BODY, false), inner(), Layout.Alignment.ALIGN_CENTER));
        y += 2 * GAP;
    }

    void heading(String text) {
        y += GAP;
        room(4 * BODY); // never the last line of a page
        flow(set(text, paint(BODY, true), inner(), Layout.Alignment.ALIGN_NORMAL));
        y += GAP / 2f;
    }

    /** A field of the form; what nobody filled in is not printed. */
    void line(String label, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            text(bold(label + ": ").append(value));
        }
    }

    void text(CharSequence text) {
        flow(set(text, paint(BODY, false), inner(), Layout.Alignment.ALIGN_NORMAL));
        y += GAP / 2f;
    }

    void table(PaperTable table) {
        y += GAP;
        float top = table.rowHeight(table.head(), inner());
        room(top * 2);
        y += table.draw(canvas, table.head(), MARGIN, y, inner());
        for (PaperTable.Row row : table.rows()) {
            if (y + table.rowHeight(row, inner()) > bottom()) {
                canvas = turn();
                y += table.draw(canvas, table.head(), MARGIN, y, inner());
            }
            y += table.draw(canvas, row, MARGIN, y, inner());
        }
        y += 2 * GAP;
    }

    /** Side by side, at most four in a row. */
    void signatures(List<Signed> signatures) {
        y += 3 * GAP;
        for (int begin = 0; begin < signatures.size(); begin += 4) {
            List<Signed> row = signatures.subList(begin, Math.min(begin + 4, signatures.size()));
            int each = inner() / row.size();
            room(SIGNED + 4 * BODY);
            for (int i = 0; i < row.size(); i++) {
                sign(row.get(i), MARGIN + i * each, each);
            }
            y += SIGNED + 4 * BODY;
        }
    }

    private void sign(Signed signed, int x, int each) {
        StaticLayout as = set(signed.as(), paint(BODY - 1, true), each, Layout.Alignment.ALIGN_CENTER);
        at(as, x);
        Bitmap drawing = signed.drawing();
        if (drawing != null) {
            picture(
                    canvas,
                    drawing,
                    new RectF(x + GAP, y + as.getHeight(), x + each - GAP, y + as.getHeight() + SIGNED));
        }
        StaticLayout name = set(signed.name(), paint(BODY, false), each, Layout.Alignment.ALIGN_CENTER);
        float before = y;
        y += as.getHeight() + SIGNED;
        at(name, x);
        y = before;
    }

    /** Draws a picture as large as the box allows, without changing its shape. */
    static void picture(Canvas canvas, Bitmap picture, RectF box) {
        float scale = Math.min(box.width() / picture.getWidth(), box.height() / picture.getHeight());
        float wide = picture.getWidth() * scale;
        float high = picture.getHeight() * scale;
        RectF into = new RectF(
                box.centerX() - wide / 2, box.centerY() - high / 2, box.centerX() + wide / 2, box.centerY() + high / 2);
        TextPaint smooth = new TextPaint(TextPaint.FILTER_BITMAP_FLAG);
        canvas.drawBitmap(picture, null, into, smooth);
    }

    static StaticLayout set(CharSequence text, TextPaint paint, int width, Layout.Alignment alignment) {
        return StaticLayout.Builder.obtain(text, 0, text.length(), paint, Math.max(1, width))
                .setAlignment(alignment)
                .setIncludePad(false)
                .build();
    }

    static TextPaint paint(float size, boolean bold) {
        TextPaint paint = new TextPaint(TextPaint.ANTI_ALIAS_FLAG | TextPaint.SUBPIXEL_TEXT_FLAG);
        paint.setColor(Color.BLACK);
        paint.setTextSize(size);
        paint.setTypeface(Typeface.create(Typeface.SERIF, bold ? Typeface.BOLD : Typeface.NORMAL));
        return paint;
    }

    private static SpannableStringBuilder bold(String text) {
        SpannableStringBuilder bold = new SpannableStringBuilder(text);
        bold.setSpan(new StyleSpan(Typeface.BOLD), 0, text.length(), Spanned.SPAN_EXCLUSIVE_EXCLUSIVE);
        return bold;
    }

    /** Draws line after line; what does not fit stands on the next page. */
    private void flow(StaticLayout layout) {
        StaticLayout rest = layout;
        while (true) {
            int fits = 0;
            while (fits < rest.getLineCount() && y + rest.getLineBottom(fits) <= bottom()) {
                fits++;
            }
            if (fits == rest.getLineCount()) {
                at(rest, MARGIN);
                y += rest.getHeight();
                return;
            }
            if (fits > 0) {
                at(part(rest, 0, rest.getLineEnd(fits - 1)), MARGIN);
            }
            rest = part(
                    rest,
                    fits == 0 ? 0 : rest.getLineEnd(fits - 1),
                    rest.getText().length());
            canvas = turn();
        }
    }

    private static StaticLayout part(StaticLayout whole, int begin, int end) {
        return set(whole.getText().subSequence(begin, end), whole.getPaint(), whole.getWidth(), whole.getAlignment());
    }

    private void at(StaticLayout layout, float x) {
        canvas.save();
        canvas.translate(x, y);
        layout.draw(canvas);
        canvas.restore();
    }

    private void room(float points) {
        if (y + points > bottom()) {
            canvas = turn();
        }
    }

    private Canvas turn() {
        page++;
        Canvas fresh = pages.next(width, height);
        TextPaint small = paint(SMALL, false);
        StaticLayout line = set(foot, small, inner(), Layout.Alignment.ALIGN_NORMAL);
        fresh.save();
        fresh.translate(MARGIN, height - FOOT);
        line.draw(fresh);
        fresh.restore();
        if (page > 1) {
            String number = words.of("page", page);
            fresh.drawText(number, (width - small.measureText(number)) / 2, MARGIN - 2 * SMALL, small);
        }
        y = MARGIN;
        return fresh;
    }

    private int inner() {
        return width - 2 * MARGIN;
    }

    private float bottom() {
        return height - FOOT - 2 * GAP;
    }
}

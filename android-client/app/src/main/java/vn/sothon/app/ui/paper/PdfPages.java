package vn.sothon.app.ui.paper;

import android.graphics.Canvas;
import android.graphics.pdf.PdfDocument;
import java.io.IOException;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;

/** Pages of a PDF, made by Android itself. */
final class PdfPages implements Pages, AutoCloseable {
    private final PdfDocument document = new PdfDocument();
    private PdfDocument.@Nullable Page open;
    private int count;

    @Override
    public Canvas next(int width, int height) {
        finish();
        count++;
        PdfDocument.Page page = document.startPage(new PdfDocument.PageInfo.Builder(width, height, count).create());
        open = page;
        return page.getCanvas();
    }

    void writeTo(OutputStream out) throws IOException {
        finish();
        document.writeTo(out);
    }

    private void finish() {
        if (open != null) {
            document.finishPage(open);
            open = null;
        }
    }

    @Override
    public void close() {
        finish();
        document.close();
    }
}

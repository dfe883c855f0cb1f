package vn.sothon.app.ui.paper;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.pdf.PdfDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;
import org.robolectric.util.ReflectionHelpers;
import org.robolectric.util.ReflectionHelpers.ClassParameter;

/** Robolectric has no PDF writer: this one counts the pages, so that the way to the other app can be walked. */
@Implements(PdfDocument.class)
public class StandInPdf {
    private int pages;

    @Implementation
    protected void __constructor__() {}

    @Implementation
    protected PdfDocument.Page startPage(PdfDocument.PageInfo info) {
        Bitmap paper = Bitmap.createBitmap(info.getPageWidth(), info.getPageHeight(), Bitmap.Config.RGB_565);
        return ReflectionHelpers.callConstructor(
                PdfDocument.Page.class,
                ClassParameter.from(Canvas.class, new Canvas(paper)),
                ClassParameter.from(PdfDocument.PageInfo.class, info));
    }

    @Implementation
    protected void finishPage(PdfDocument.Page page) {
        pages++;
    }

    @Implementation
    protected void writeTo(OutputStream out) throws IOException {
        out.write(("%PDF stand-in, pages: " + pages).getBytes(StandardCharsets.UTF_8));
    }

    @Implementation
    protected void close() {}
}

package vn.sothon.app.ui.paper;

import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import java.util.ArrayList;
import java.util.List;

/** Pages as pictures, for the screen. */
final class PicturePages implements Pages {
    private final int pixels;
    private final List<Bitmap> pictures = new ArrayList<>();

    /**
     * Empty pages.
     *
     * @param pixels width of each picture
     */
    PicturePages(int pixels) {
        this.pixels = pixels;
    }

    @Override
    public Canvas next(int width, int height) {
        float scale = (float) pixels / width;
        // Ink on paper needs no transparency: half the memory on a cheap phone.
        Bitmap picture = Bitmap.createBitmap(pixels, Math.round(height * scale), Bitmap.Config.RGB_565);
        pictures.add(picture);
        Canvas canvas = new Canvas(picture);
        canvas.drawColor(Color.WHITE);
        canvas.scale(scale, scale);
        return canvas;
    }

    List<Bitmap> pictures() {
        return List.copyOf(pictures);
    }
}

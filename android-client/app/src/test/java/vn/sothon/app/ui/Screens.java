package vn.sothon.app.ui;

import android.app.Activity;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.view.View;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import org.robolectric.shadows.ShadowLooper;

/** Draws a screen into {@code target/screens/NAME.png}. Needs {@code @GraphicsMode(NATIVE)}. */
public final class Screens {
    private Screens() {}

    public static File draw(Activity activity, String name) throws IOException {
        ShadowLooper.idleMainLooper();
        View root = activity.getWindow().getDecorView();
        Bitmap picture = Bitmap.createBitmap(root.getWidth(), root.getHeight(), Bitmap.Config.ARGB_8888);
        root.draw(new Canvas(picture));
        File file = new File(System.getProperty("sothon.screens"), name + ".png");
        Files.createDirectories(file.getParentFile().toPath());
        try (OutputStream out = new FileOutputStream(file)) {
            picture.compress(Bitmap.CompressFormat.PNG, 100, out);
        }
        return file;
    }
}

package vn.sothon.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import android.graphics.Bitmap;
import java.io.File;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Looks at screens in one look, and with {@code -Dsothon.draw=true} keeps a picture of each in {@code target/screens}. */
public final class Gallery {
    private final String look;
    private final List<String> complaints = new ArrayList<>();

    /** Pictures go to the folder named by the look, such as {@code dark-200}. */
    public Gallery(String look) {
        this.look = look;
    }

    public void show(Hand hand, String name) throws Exception {
        for (String complaint : Legible.complaints(hand)) {
            complaints.add(name + ": " + complaint);
        }
        if (Boolean.getBoolean("sothon.draw")) {
            File file = new File(System.getProperty("sothon.screens"), look + "/" + name + ".png");
            Files.createDirectories(file.getParentFile().toPath());
            try (OutputStream out = new FileOutputStream(file)) {
                hand.picture().compress(Bitmap.CompressFormat.PNG, 100, out);
            }
        }
    }

    public void closes() {
        assertThat(complaints).isEmpty();
    }
}

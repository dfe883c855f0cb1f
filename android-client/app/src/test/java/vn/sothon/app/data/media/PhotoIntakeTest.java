package vn.sothon.app.data.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.graphics.Color;
import androidx.exifinterface.media.ExifInterface;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.GraphicsMode;
import vn.sothon.client.record.InMemoryFiles;
import vn.sothon.model.record.AttachmentRef;

@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
public class PhotoIntakeTest {
    private final InMemoryFiles files = new InMemoryFiles();
    private final PhotoIntake intake = new PhotoIntake(files);

    @Test
    public void photo_whenLargeAndLyingOnItsSide_isKeptUprightSmallAndWithoutItsPlace() throws Exception {
        byte[] shot = shot(4000, 3000);
        AttachmentRef ref = intake.keep(shot);

        byte[] kept = files.open(ref.sha256(), 0).readAllBytes();
        assertThat(kept.length).isEqualTo((int) ref.bytes()).isLessThanOrEqualTo(PhotoIntake.LARGEST);
        Bitmap picture = BitmapFactory.decodeByteArray(kept, 0, kept.length);
        assertThat(picture.getHeight()).isGreaterThan(picture.getWidth());
        assertThat(picture.getHeight()).isLessThanOrEqualTo(PhotoIntake.LONGEST_SIDE);
        ExifInterface exif = new ExifInterface(new ByteArrayInputStream(kept));
        assertThat(exif.getLatLong()).isNull();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "PhoneMaker");
    }

    @Test
    public void photo_whenSmall_isNotBlownUp() throws Exception {
        AttachmentRef ref = intake.keep(jpeg(320, 240));
        byte[] kept = files.open(ref.sha256(), 0).readAllBytes();
        assertThat(BitmapFactory.decodeByteArray(kept, 0, kept.length).getWidth())
                .isEqualTo(320);
    }

    @Test
    public void photo_whenItIsNone_isRefused() {
        assertThatThrownBy(() -> intake.keep("no picture".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }

    private static byte[] shot(int width, int height) throws Exception {
        File file = new File(RuntimeEnvironment.getApplication().getCacheDir(), "shot.jpg");
        Files.write(file.toPath(), jpeg(width, height));
        ExifInterface exif = new ExifInterface(file);
        exif.setAttribute(ExifInterface.TAG_ORIENTATION, Integer.toString(ExifInterface.ORIENTATION_ROTATE_90));
        exif.setAttribute(ExifInterface.TAG_MAKE, "PhoneMaker");
        exif.setLatLong(22.33, 103.84);
        exif.saveAttributes();
        return Files.readAllBytes(file.toPath());
    }

    private static byte[] jpeg(int width, int height) {
        Bitmap picture = Bitmap.createBitmap(width, height, Bitmap.Config.ARGB_8888);
        Random random = new Random(1);
        for (int y = 0; y < height; y += 8) {
            int colour = Color.rgb(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            for (int x = 0; x < width; x++) {
                for (int dy = 0; dy < 8 && y + dy < height; dy++) {
                    picture.setPixel(x, y + dy, colour ^ (x & 0x1f));
                }
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        picture.compress(Bitmap.CompressFormat.JPEG, 95, bytes);
        return bytes.toByteArray();
    }
}

package vn.sothon.app.data.media;

import android.graphics.Bitmap;
import android.graphics.BitmapFactory;
import android.graphics.Matrix;
import androidx.exifinterface.media.ExifInterface;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import vn.sothon.client.record.AttachmentFiles;
import vn.sothon.model.record.AttachmentRef;

/**
 * Takes a photo in: upright, at most 1600 pixels, at most 300 KB, and drawn anew, so that nothing the camera wrote beside
 * the picture is left. Time and place stand in the record.
 */
public final class PhotoIntake {
    static final int LONGEST_SIDE = 1600;
    static final int LARGEST = 300 * 1024;

    private static final String JPEG = "image/jpeg";
    private static final int BEST = 88;
    private static final int WORST = 40;
    private static final int STEP = 12;
    private static final float SMALLER = 0.8f;

    private final AttachmentFiles files;

    public PhotoIntake(AttachmentFiles files) {
        this.files = files;
    }

    /**
     * Keeps a photo as the camera made it.
     *
     * @throws IOException if it is no picture, or the storage is full
     */
    public AttachmentRef keep(byte[] shot) throws IOException {
        Bitmap picture = upright(shot);
        byte[] small = small(picture);
        picture.recycle();
        return ref(small, AttachmentRef.Role.PHOTO);
    }

    /** Keeps a signature as it was drawn. */
    public AttachmentRef keepSignature(Bitmap drawn) throws IOException {
        return ref(small(drawn), AttachmentRef.Role.SIGNATURE);
    }

    private AttachmentRef ref(byte[] jpeg, AttachmentRef.Role role) throws IOException {
        return new AttachmentRef(files.keep(jpeg), JPEG, jpeg.length, role);
    }

    private static Bitmap upright(byte[] shot) throws IOException {
        BitmapFactory.Options size = new BitmapFactory.Options();
        size.inJustDecodeBounds = true;
        BitmapFactory.decodeByteArray(shot, 0, shot.length, size);
        BitmapFactory.Options options = new BitmapFactory.Options();
        // Decoding a 48-megapixel shot whole would cost 200 MB of memory.
        options.inSampleSize = 1;
        while (Math.max(size.outWidth, size.outHeight) / (options.inSampleSize * 2) >= LONGEST_SIDE) {
            options.inSampleSize *= 2;
        }
        Bitmap decoded = BitmapFactory.decodeByteArray(shot, 0, shot.length, options);
        if (decoded == null) {
            throw new IOException("not a picture");
        }
        float scale = Math.min(1f, (float) LONGEST_SIDE / Math.max(decoded.getWidth(), decoded.getHeight()));
        ExifInterface exif = new ExifInterface(new ByteArrayInputStream(shot));
        Matrix matrix = new Matrix();
        matrix.postScale(exif.isFlipped() ? -scale : scale, scale);
        matrix.postRotate(exif.getRotationDegrees());
        return Bitmap.createBitmap(decoded, 0, 0, decoded.getWidth(), decoded.getHeight(), matrix, true);
    }

    private static byte[] small(Bitmap picture) {
        Bitmap current = picture;
        while (true) {
            for (int quality = BEST; quality >= WORST; quality -= STEP) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                current.compress(Bitmap.CompressFormat.JPEG, quality, bytes);
                if (bytes.size() <= LARGEST) {
                    return bytes.toByteArray();
                }
            }
            current = Bitmap.createScaledBitmap(
                    current,
                    Math.max(1, (int) (current.getWidth() * SMALLER)),
                    Math.max(1, (int) (current.getHeight() * SMALLER)),
                    true);
        }
    }
}

package vn.sothon.phones.fleet;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;

/** Takes pictures of nothing in particular: valid JPEGs of a phone's usual small size, no two alike. */
final class Photos {
    private static final int WIDTH = 320;
    private static final int HEIGHT = 240;
    private static final int PATCH = 8;

    private Photos() {}

    static byte[] take(RandomGenerator random) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < WIDTH; x += PATCH) {
            for (int y = 0; y < HEIGHT; y += PATCH) {
                paint(image, x, y, random.nextInt(1 << 24), random);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(image, "jpeg", bytes)) {
            throw new IOException("this Java writes no JPEG");
        }
        return bytes.toByteArray();
    }

    private static void paint(BufferedImage image, int x, int y, int colour, RandomGenerator random) {
        for (int i = 0; i < PATCH; i++) {
            for (int j = 0; j < PATCH; j++) {
                image.setRGB(x + i, y + j, colour ^ random.nextInt(1 << 5));
            }
        }
    }
}

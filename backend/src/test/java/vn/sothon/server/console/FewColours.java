package vn.sothon.server.console;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;

/** Makes pictures of pages small: a page has few colours, and those between them are the edges of letters. */
final class FewColours {
    private static final int TALLEST = 2600;
    private static final int OWN = 24;
    private static final int MOST = 64;
    /** Leaves out the last bits of each colour, which no eye tells apart at the edge of a letter. */
    private static final int COARSE = 0xE0E0E0;

    private FewColours() {}

    /** The picture, or its upper part if it is very tall, with a palette of its most frequent colours. */
    static byte[] of(byte[] png) throws IOException {
        BufferedImage whole = ImageIO.read(new ByteArrayInputStream(png));
        BufferedImage picture = whole.getSubimage(0, 0, whole.getWidth(), Math.min(whole.getHeight(), TALLEST));
        Map<Integer, Integer> met = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                met.merge(picture.getRGB(x, y) & 0xFFFFFF, 1, Integer::sum);
            }
        }
        return indexed(picture, palette(met));
    }

    /** The page's own colours as they are, then one for each shade between them. */
    private static List<Integer> palette(Map<Integer, Integer> met) {
        List<Integer> byNumber = new ArrayList<>(met.keySet());
        byNumber.sort(Comparator.comparing(met::get).reversed());
        List<Integer> palette = new ArrayList<>(byNumber.subList(0, Math.min(OWN, byNumber.size())));
        Set<Integer> shades = new HashSet<>();
        palette.forEach(colour -> shades.add(colour & COARSE));
        for (int colour : byNumber) {
            if (palette.size() < MOST && shades.add(colour & COARSE)) {
                palette.add(colour);
            }
        }
        return palette;
    }

    private static byte[] indexed(BufferedImage picture, List<Integer> palette) throws IOException {
        int[] colours = palette.stream().mapToInt(colour -> 0xFF000000 | colour).toArray();
        BufferedImage small = new BufferedImage(
                picture.getWidth(),
                picture.getHeight(),
                BufferedImage.TYPE_BYTE_INDEXED,
                new IndexColorModel(8, colours.length, colours, 0, false, -1, java.awt.image.DataBuffer.TYPE_BYTE));
        Map<Integer, Integer> nearest = new HashMap<>();
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int colour = picture.getRGB(x, y) & 0xFFFFFF;
                small.getRaster().setSample(x, y, 0, nearest.computeIfAbsent(colour, one -> nearest(one, colours)));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "png", out);
        return out.toByteArray();
    }

    private static int nearest(int colour, int[] colours) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.length; i++) {
            int far = square(colour, colours[i], 16) + square(colour, colours[i], 8) + square(colour, colours[i], 0);
            if (far < least) {
                least = far;
                best = i;
            }
        }
        return best;
    }

    private static int square(int one, int other, int shift) {
        int apart = (one >> shift & 0xFF) - (other >> shift & 0xFF);
        return apart * apart;
    }
}

package vn.sothon.server.app;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A QR code in characters, two rows of squares in one line: light squares are drawn, as terminals are dark. */
final class TerminalQr {
    private static final int QUIET = 3;
    private static final String BLACK_ON_WHITE = "\u001b[30;107m";
    private static final String PLAIN = "\u001b[0m";

    private TerminalQr() {}

    /**
     * Draws it.
     *
     * @param colours the terminal's own colours are overridden, so that it can be read on a light one too
     */
    static String of(String text, boolean colours) {
        BitMatrix dark = encode(text);
        StringBuilder out = new StringBuilder();
        for (int y = 0; y < dark.getHeight(); y += 2) {
            if (colours) {
                out.append(BLACK_ON_WHITE);
            }
            for (int x = 0; x < dark.getWidth(); x++) {
                boolean upper = dark.get(x, y);
                boolean lower = y + 1 < dark.getHeight() && dark.get(x, y + 1);
                out.append(colours ? square(upper, lower) : square(!upper, !lower));
            }
            if (colours) {
                out.append(PLAIN);
            }
            out.append(System.lineSeparator());
        }
        return out.toString();
    }

    private static char square(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '\u2588' : '\u2580';
        }
        return lower ? '\u2584' : ' ';
    }

    private static BitMatrix encode(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            0,
                            0,
                            Map.of(
                                    EncodeHintType.MARGIN,
                                    QUIET,
                                    EncodeHintType.CHARACTER_SET,
                                    "UTF-8",
                                    EncodeHintType.ERROR_CORRECTION,
                                    ErrorCorrectionLevel.M));
        } catch (WriterException e) {
            throw new IllegalStateException("too much for a QR code", e);
        }
    }
}

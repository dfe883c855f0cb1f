package vn.sothon.server.platform.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** A text as a QR code of level M (ISO/IEC 18004). */
public final class QrSquares {
    private final BitMatrix dark;

    private QrSquares(BitMatrix dark) {
        this.dark = dark;
    }

    /**
     * Lays it out.
     *
     * @param quiet squares of light edge on each side
     */
    public static QrSquares of(String text, int quiet) {
        Map<EncodeHintType, ?> hints = Map.of(
                EncodeHintType.MARGIN,
                quiet,
                EncodeHintType.CHARACTER_SET,
                "UTF-8",
                EncodeHintType.ERROR_CORRECTION,
                ErrorCorrectionLevel.M);
        try {
            return new QrSquares(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
        } catch (WriterException e) {
            throw new IllegalStateException("too much for a QR code", e);
        }
    }

    /** Squares in a row and in a column, with the edge. */
    public int size() {
        return dark.getWidth();
    }

    /** Below the last row everything is light. */
    public boolean isDark(int x, int y) {
        return y < dark.getHeight() && dark.get(x, y);
    }
}

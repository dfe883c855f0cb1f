package vn.sothon.server.app;

import vn.sothon.server.platform.qr.QrSquares;

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
        QrSquares squares = QrSquares.of(text, QUIET);
        StringBuilder out = new StringBuilder();
        for (int y = 0; y < squares.size(); y += 2) {
            if (colours) {
                out.append(BLACK_ON_WHITE);
            }
            for (int x = 0; x < squares.size(); x++) {
                boolean upper = squares.isDark(x, y);
                boolean lower = squares.isDark(x, y + 1);
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
}

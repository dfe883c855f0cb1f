package vn.sothon.server.console.page;

import vn.sothon.server.platform.qr.QrSquares;

/**
 * A QR code as a drawing inside the page: it prints sharp and needs no file.
 *
 * @param size squares in a row, with the quiet edge
 * @param path the dark squares, as the {@code d} of an SVG path
 */
public record QrPicture(int size, String path) {
    private static final int QUIET = 4;

    public static QrPicture of(String text) {
        QrSquares squares = QrSquares.of(text, QUIET);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.size(); y++) {
            int x = 0;
            while (x < squares.size()) {
                int from = x;
                while (x < squares.size() && squares.isDark(x, y)) {
                    x++;
                }
                if (x > from) {
                    path.append('M')
                            .append(from)
                            .append(' ')
                            .append(y)
                            .append('h')
                            .append(x - from);
                    path.append("v1h-").append(x - from).append('z');
                } else {
                    x++;
                }
            }
        }
        return new QrPicture(squares.size(), path.toString());
    }
}

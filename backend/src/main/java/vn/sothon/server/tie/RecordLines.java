package vn.sothon.server.tie;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The lines of a records file, one at a time, so that a broken or endless line harms only itself. */
final class RecordLines implements Closeable {
    private static final int LONGEST = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream bytes;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int number;
    private boolean tooLong;

    private RecordLines(InputStream bytes) {
        this.bytes = new BufferedInputStream(bytes);
    }

    static RecordLines of(Path file) throws IOException {
        return new RecordLines(Files.newInputStream(file));
    }

    /** Moves to the next line; false at the end. */
    boolean next() throws IOException {
        line.reset();
        tooLong = false;
        int b = bytes.read();
        if (b < 0) {
            return false;
        }
        number++;
        for (; b >= 0 && b != '\n'; b = bytes.read()) {
            if (line.size() < LONGEST) {
                line.write(b);
            } else {
                tooLong = true;
            }
        }
        return true;
    }

    /** Counted from 1, blank lines included. */
    int number() {
        return number;
    }

    String text() throws BadLine {
        if (tooLong) {
            throw new BadLine(BadLine.Code.TOO_LONG, "more than " + LONGEST + " bytes");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString();
            boolean marked = number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
            return (marked ? text.substring(1) : text).trim();
        } catch (CharacterCodingException e) {
            throw new BadLine(BadLine.Code.NOT_UTF8, "");
        }
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

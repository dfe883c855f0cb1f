package vn.sothon.server.platform.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** What a file is, by its first bytes: a name or a header is only a claim. */
public final class MediaTypes {
    public static final String JPEG = "image/jpeg";
    public static final String PNG = "image/png";
    public static final String AUDIO = "audio/mp4";
    public static final String PDF = "application/pdf";
    public static final String UNKNOWN = "application/octet-stream";

    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] PDF_START = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BOX_TYPE = "ftyp".getBytes(StandardCharsets.US_ASCII);
    private static final int LOOK = 16;

    private MediaTypes() {}

    public static String sniff(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return sniff(in.readNBytes(LOOK));
        }
    }

    static String sniff(byte[] start) {
        if (has(start, 0, JPEG_START)) {
            return JPEG;
        }
        if (has(start, 0, PNG_START)) {
            return PNG;
        }
        if (has(start, 0, PDF_START)) {
            return PDF;
        }
        if (has(start, 4, BOX_TYPE)) {
            return AUDIO;
        }
        return UNKNOWN;
    }

    private static boolean has(byte[] start, int at, byte[] expected) {
        return start.length >= at + expected.length
                && Arrays.equals(start, at, at + expected.length, expected, 0, expected.length);
    }
}

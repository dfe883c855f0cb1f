package vn.sothon.server.loan.importer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.sothon.server.loan.importer.UnreadableRoster.Code;

/** Looks at a file's size and first bytes before any parser does. Its name and extension are not believed. */
final class RosterFile {
    static final long LARGEST = 50L * 1024 * 1024;

    enum Format {
        WORKBOOK,
        SEPARATED_TEXT
    }

    private RosterFile() {}

    static Format recognise(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UnreadableRoster(Code.NOT_FOUND, "no regular file there");
        }
        long size = Files.size(file);
        if (size == 0) {
            throw new UnreadableRoster(Code.EMPTY, "0 bytes");
        }
        if (size > LARGEST) {
            throw new UnreadableRoster(Code.TOO_LARGE, size + " bytes, at most " + LARGEST);
        }
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(1024);
        }
        if (startsWith(head, 'P', 'K')) {
            return Format.WORKBOOK;
        }
        if (startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new UnreadableRoster(Code.OLD_OR_LOCKED_WORKBOOK, "a compound document");
        }
        if (!looksLikeText(head)) {
            throw new UnreadableRoster(Code.NOT_A_ROSTER_FILE, "neither a workbook nor separated text");
        }
        return Format.SEPARATED_TEXT;
    }

    /** Copies a stream of unknown length, giving up as soon as it is too long. */
    static void copyBounded(InputStream in, Path to) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long copied = 0;
        try (OutputStream out = Files.newOutputStream(to)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                copied += read;
                if (copied > LARGEST) {
                    throw new UnreadableRoster(Code.TOO_LARGE, "more than " + LARGEST + " bytes");
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static boolean looksLikeText(byte[] head) {
        if (startsWith(head, '%', 'P', 'D', 'F') || isMarkup(head)) {
            return false;
        }
        if (startsWith(head, 0xFF, 0xFE) || startsWith(head, 0xFE, 0xFF)) {
            return true;
        }
        for (byte b : head) {
            if (b == 0) {
                return false;
            }
        }
        return true;
    }

    /** Web pages saved as .xls and bare XML begin with a bracket. */
    private static boolean isMarkup(byte[] head) {
        int start = startsWith(head, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        while (start < head.length && Character.isWhitespace(head[start])) {
            start++;
        }
        return start < head.length && head[start] == '<';
    }

    private static boolean startsWith(byte[] head, int... magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}

package vn.sothon.server.plan.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import vn.sothon.server.plan.importer.UnreadablePlan.Code;

/** Opens a plan's file. Its first bytes decide what it is; its name says nothing. */
final class SourceFile {
    /** A plan with its appendix is a few pages; far above is no plan. Bytes. */
    private static final long LARGEST = 40L * 1024 * 1024;

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};
    /** The header of a PDF may stand a little way in. */
    private static final int HEADER_WITHIN = 1024;

    private SourceFile() {}

    static SourceText read(Path file) throws UnreadablePlan {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UnreadablePlan(
                        Code.TOO_LARGE, "a file of at most " + LARGEST / (1024 * 1024) + " megabytes", null);
            }
            return read(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceText read(byte[] bytes) throws UnreadablePlan {
        if (begins(bytes, ZIP)) {
            WordGuard.check(bytes);
            return WordText.read(bytes);
        }
        if (begins(bytes, OLE)) {
            // A document under a password is wrapped in the old format too.
            throw new UnreadablePlan(
                    Code.UNKNOWN_FORMAT,
                    "a .docx without a password (open the file in Word and save it as .docx), a .pdf or a text file",
                    null);
        }
        if (holds(bytes, PDF)) {
            return PdfText.read(bytes);
        }
        return SourceText.of(decode(bytes));
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static boolean holds(byte[] bytes, byte[] mark) {
        for (int from = 0; from + mark.length <= Math.min(bytes.length, HEADER_WITHIN); from++) {
            if (Arrays.equals(bytes, from, from + mark.length, mark, 0, mark.length)) {
                return true;
            }
        }
        return false;
    }

    private static String decode(byte[] bytes) throws UnreadablePlan {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (byte b : bytes) {
                if (b == '\n') {
                    line++;
                }
            }
            throw new UnreadablePlan(Code.NOT_TEXT, "a .docx, a .pdf, or text in UTF-8", line > 1 ? 1 : null);
        }
    }
}

package vn.sothon.server.plan.importer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import vn.sothon.server.plan.importer.UnreadablePlan.Code;

/**
 * Inflates a .docx once, keeping nothing, to learn that it is safe to open. What the archive says of its own sizes is not
 * believed; the bytes are counted.
 */
final class WordGuard {
    private static final long LARGEST_INFLATED = 128L * 1024 * 1024;
    /** The text and its numbering, which become objects in memory. */
    private static final long LARGEST_TEXT = 32L * 1024 * 1024;

    private static final int MOST_PARTS = 2_000;

    private WordGuard() {}

    static void check(byte[] bytes) throws UnreadablePlan {
        boolean word = false;
        long total = 0;
        boolean spreadsheet = false;
        int parts = 0;
        byte[] buffer = new byte[64 * 1024];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                word |= name.equals("word/document.xml");
                spreadsheet |= name.equals("xl/workbook.xml");
                boolean text = name.endsWith(".xml") || name.endsWith(".rels");
                long size = 0;
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    size += read;
                    total += read;
                    if (total > LARGEST_INFLATED || (text && size > LARGEST_TEXT)) {
                        throw tooLarge();
                    }
                }
                parts++;
                if (parts > MOST_PARTS) {
                    throw tooLarge();
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadablePlan(Code.DAMAGED, "a whole .docx; open it in Word and save it again", null);
        }
        if (!word && spreadsheet) {
            throw new UnreadablePlan(
                    Code.UNKNOWN_FORMAT,
                    "a Word document (.docx), a .pdf or a text file; a plan typed in a spreadsheet: save it as .csv and use"
                            + " 'plan import --typed', see docs/plans.md",
                    null);
        }
        if (!word) {
            throw new UnreadablePlan(Code.UNKNOWN_FORMAT, "a Word document (.docx), a .pdf or a text file", null);
        }
    }

    private static UnreadablePlan tooLarge() {
        return new UnreadablePlan(Code.TOO_LARGE, "a .docx that unpacks to the size of a plan", null);
    }
}

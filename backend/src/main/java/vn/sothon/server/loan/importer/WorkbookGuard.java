package vn.sothon.server.loan.importer;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import vn.sothon.server.loan.importer.UnreadableRoster.Code;

/**
 * Inflates a workbook once, keeping nothing, to learn that it is safe to parse. What the archive says of its own sizes
 * is not believed; the bytes are counted.
 */
final class WorkbookGuard {
    private static final long LARGEST_INFLATED = 1024L * 1024 * 1024;
    /** The shared strings are the one part that the parser keeps in memory. */
    private static final long LARGEST_STRINGS = 64L * 1024 * 1024;

    private static final long LARGEST_OTHER_PART = 16L * 1024 * 1024;
    private static final int MOST_PARTS = 2_000;
    /** A cell holds at most 32,767 characters, few of which need more than six bytes once escaped. */
    private static final int LONGEST_TEXT_RUN = 512 * 1024;

    private static final int LONGEST_COLUMN_NAME = 3;

    private WorkbookGuard() {}

    static void check(Path file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_PARTS) {
                throw new UnreadableRoster(Code.ZIP_BOMB, entries.size() + " parts");
            }
            Set<String> names = new HashSet<>();
            for (ZipArchiveEntry entry : entries) {
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    throw new UnreadableRoster(Code.BROKEN, "a part twice");
                }
            }
            if (!names.contains("[content_types].xml") || names.stream().noneMatch(name -> name.startsWith("xl/"))) {
                throw new UnreadableRoster(Code.NOT_A_ROSTER_FILE, "an archive, but not a workbook");
            }
            long left = LARGEST_INFLATED;
            for (ZipArchiveEntry entry : entries) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                try (InputStream in = zip.getInputStream(entry)) {
                    left -= weigh(in, name, Math.min(left, allowance(name)));
                }
            }
        }
    }

    private static long allowance(String name) {
        if (name.contains("sharedstrings")) {
            return LARGEST_STRINGS;
        }
        return name.startsWith("xl/worksheets/") ? LARGEST_INFLATED : LARGEST_OTHER_PART;
    }

    private static long weigh(InputStream in, String name, long allowed) throws IOException {
        boolean xml = name.endsWith(".xml") || name.endsWith(".rels");
        TextRuns runs = new TextRuns(name);
        byte[] buffer = new byte[64 * 1024];
        long seen = 0;
        int read;
        while ((read = in.readNBytes(buffer, 0, buffer.length)) > 0) {
            if (xml && seen == 0 && declaresType(buffer, read)) {
                throw new UnreadableRoster(Code.FORBIDDEN_XML, name);
            }
            seen += read;
            if (seen > allowed) {
                throw new UnreadableRoster(Code.ZIP_BOMB, name + " inflates to more than " + allowed + " bytes");
            }
            if (xml) {
                runs.see(buffer, read);
            }
        }
        return seen;
    }

    private static boolean declaresType(byte[] buffer, int length) {
        String head = new String(buffer, 0, Math.min(length, 8 * 1024), StandardCharsets.ISO_8859_1).replace("\0", "");
        return head.contains("<!DOCTYPE") || head.contains("<!ENTITY");
    }

    /** Watches for a text no cell could hold and for a cell address no sheet has: either would fill the memory. */
    private static final class TextRuns {
        private static final int IN_ADDRESS = 4;
        private final String name;
        private int run;
        private int addressAt;
        private int letters;

        TextRuns(String name) {
            this.name = name;
        }

        void see(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                byte b = buffer[i];
                run = b == '<' ? 0 : run + 1;
                if (run > LONGEST_TEXT_RUN) {
                    throw new UnreadableRoster(Code.ZIP_BOMB, name + " holds an endless text");
                }
                watchAddress(b);
            }
        }

        /** Follows the attribute {@code r="A1"} of rows and cells; the namespace prefix r is none. */
        private void watchAddress(byte b) {
            boolean blank = b == ' ' || b == '\n' || b == '\t' || b == '\r';
            if (addressAt == IN_ADDRESS) {
                boolean letter = (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z');
                letters = letter ? letters + 1 : 0;
                if (letters > LONGEST_COLUMN_NAME && name.startsWith("xl/worksheets/")) {
                    throw new UnreadableRoster(Code.BROKEN, name + " addresses a column that no sheet has");
                }
                addressAt = letter ? IN_ADDRESS : 0;
            } else if (blank) {
                addressAt = 1;
            } else if (addressAt == 1) {
                addressAt = b == 'r' ? 2 : 0;
            } else if (addressAt == 2) {
                addressAt = b == '=' ? 3 : 0;
            } else if (addressAt == 3) {
                addressAt = b == '"' || b == '\'' ? IN_ADDRESS : 0;
                letters = 0;
            }
        }
    }
}

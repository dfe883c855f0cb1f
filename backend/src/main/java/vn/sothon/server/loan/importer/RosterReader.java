package vn.sothon.server.loan.importer;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.importer.UnreadableRoster.Code;

/** Reads a roster, one row at a time, and keeps of it only what {@link Roster} holds. Safe to share. */
public final class RosterReader {
    private static final int MOST_ROWS = 200_000;

    /**
     * Reads a file, whatever its name ends in.
     *
     * @throws UnreadableRoster when the file as a whole cannot be read; single bad rows are problems of the roster
     */
    public Roster read(Path file) throws IOException {
        return read(file, String.valueOf(file.getFileName()));
    }

    /**
     * Reads a roster that somebody sends.
     *
     * @param name the file's own name, which may tell the period; nothing else is taken from it
     */
    public Roster read(InputStream in, String name) throws IOException {
        Path copy = Files.createTempFile("roster", ".tmp");
        try {
            RosterFile.copyBounded(in, copy);
            return read(copy, name);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    /**
     * Reads a file that lies under another name than its own.
     *
     * @param name its own name, which may tell the period
     */
    public Roster read(Path file, String name) throws IOException {
        RosterFile.Format format = RosterFile.recognise(file);
        try {
            return format == RosterFile.Format.WORKBOOK ? readWorkbook(file, name) : readText(file, name);
        } catch (UnreadableRoster e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Parsers fail in many ways on a damaged file; the reader of the message needs only one.
            throw new UnreadableRoster(isEncoding(e) ? Code.NOT_UTF8 : Code.BROKEN, "the parser gave up", e);
        }
    }

    private static Roster readWorkbook(Path file, String name) throws IOException {
        WorkbookGuard.check(file);
        Set<RosterColumn> closest = EnumSet.noneOf(RosterColumn.class);
        try (WorkbookSheets workbook = new WorkbookSheets(file)) {
            for (Sheet sheet : workbook.sheets()) {
                try (SourceRows rows = workbook.rows(sheet)) {
                    Roster roster = readTable(rows, name, closest);
                    if (roster != null) {
                        return roster;
                    }
                }
            }
        }
        throw noHeadings(closest);
    }

    private static Roster readText(Path file, String name) throws IOException {
        Set<RosterColumn> closest = EnumSet.noneOf(RosterColumn.class);
        CsvParseException misparsed = null;
        for (char separator : SeparatedText.SEPARATORS) {
            try (SeparatedText rows = SeparatedText.open(file, separator)) {
                Roster roster = readTable(rows, name, closest);
                if (roster != null) {
                    return roster;
                }
            } catch (CsvParseException e) {
                if (isEncoding(e)) {
                    throw e;
                }
                misparsed = e;
            }
        }
        if (misparsed != null) {
            throw misparsed;
        }
        throw noHeadings(closest);
    }

    private static @Nullable Roster readTable(SourceRows rows, String name, Set<RosterColumn> closest) {
        RosterTable.Search search = RosterTable.findIn(rows);
        if (search instanceof RosterTable.Search.NotFound notFound) {
            if (notFound.closest().size() > closest.size()) {
                closest.clear();
                closest.addAll(notFound.closest());
            }
            return null;
        }
        RosterTable table = ((RosterTable.Search.Found) search).table();
        List<RosterProblem> problems = new ArrayList<>();
        CellReader cells = new CellReader(moneyUnit(table.titles()), rows.countsDatesFrom1904());
        RowReader reader = new RowReader(table, cells, problems);
        RosterGathering gathering = new RosterGathering(table, problems);
        while (rows.hasNext()) {
            gathering.add(reader.read(rows.next()));
            if (gathering.rowsRead() > MOST_ROWS) {
                throw new UnreadableRoster(Code.TOO_MANY_ROWS, "more than " + MOST_ROWS);
            }
        }
        return gathering.roster(name);
    }

    /** A line above the table may say that its money is in thousands or millions. */
    private static long moneyUnit(List<String> titles) {
        RosterWords words = RosterWords.loaded();
        for (String title : titles) {
            String plain = PlainLetters.of(title);
            if (names(plain, words.plain("UNIT_LABEL"))) {
                if (names(plain, words.plain("MILLION_DONG"))) {
                    return 1_000_000;
                }
                if (names(plain, words.plain("THOUSAND_DONG"))) {
                    return 1_000;
                }
            }
        }
        return 1;
    }

    private static boolean names(String text, List<String> words) {
        return words.stream().anyMatch(word -> Pattern.compile("(?<![a-z0-9.])" + Pattern.quote(word) + "(?![a-z])")
                .matcher(text)
                .find());
    }

    private static UnreadableRoster noHeadings(Set<RosterColumn> closest) {
        return new UnreadableRoster(Code.NO_HEADINGS, Headings.loaded().nearest(closest));
    }

    private static boolean isEncoding(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof CharacterCodingException) {
                return true;
            }
        }
        return false;
    }
}

package vn.sothon.server.loan.importer;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A .csv file seen through one separator. Bytes that are not the encoding are an error, never a question mark. */
final class SeparatedText implements SourceRows {
    static final char[] SEPARATORS = {';', ',', '\t', '|'};
    private static final int LONGEST_FIELD = 1024 * 1024;

    private final CloseableIterator<CsvRecord> records;
    private @Nullable CsvRecord ahead;
    private int number;

    private SeparatedText(CsvReader<CsvRecord> reader) {
        this.records = reader.iterator();
        if (records.hasNext()) {
            CsvRecord first = records.next();
            // A first line "sep=;" is a hint to Excel, which does not show it as a row.
            boolean hint = first.getField(0).toLowerCase(Locale.ROOT).startsWith("sep=");
            this.ahead = hint ? null : first;
        }
    }

    static SeparatedText open(Path file, char separator) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        try {
            return new SeparatedText(reader(in, separator));
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    private static CsvReader<CsvRecord> reader(InputStream in, char separator) throws IOException {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(decoded(in));
    }

    private static Reader decoded(InputStream in) throws IOException {
        in.mark(3);
        byte[] mark = in.readNBytes(3);
        in.reset();
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (mark.length == 3 && mark[0] == (byte) 0xEF && mark[1] == (byte) 0xBB && mark[2] == (byte) 0xBF) {
            skip = 3;
        } else if (mark.length >= 2 && mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        } else if (mark.length >= 2 && mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        }
        in.skipNBytes(skip);
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    @Override
    public boolean hasNext() {
        return ahead != null || records.hasNext();
    }

    @Override
    public SourceRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        CsvRecord held = ahead;
        CsvRecord current = held == null ? records.next() : held;
        ahead = null;
        number++;
        return new TextRow(number, current);
    }

    @Override
    public boolean countsDatesFrom1904() {
        return false;
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record TextRow(int number, CsvRecord fields) implements SourceRow {
        @Override
        public int width() {
            return fields.getFieldCount();
        }

        @Override
        public SheetCell cell(int index) {
            if (index >= fields.getFieldCount()) {
                return SheetCell.BLANK;
            }
            SheetCell cell = SheetCell.text(fields.getField(index));
            boolean error =
                    cell.text().startsWith("#") && cell.text().matches("#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!)");
            return error ? new SheetCell(SheetCell.Sort.ERROR, cell.text()) : cell;
        }
    }
}

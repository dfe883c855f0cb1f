package vn.sothon.server.loan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.sothon.server.loan.importer.RosterSheet.aCreditFile;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.sothon.server.loan.importer.UnreadableRoster.Code;

class RosterFileTest {
    private static final byte[] BLANKS = new byte[64 * 1024];

    @TempDir
    Path folder;

    @BeforeEach
    void blanks() {
        Arrays.fill(BLANKS, (byte) ' ');
    }

    @Test
    void missingFile_isNamed() {
        assertThatThrownBy(() -> new RosterReader().read(folder.resolve("no.xlsx")))
                .isInstanceOfSatisfying(
                        UnreadableRoster.class, e -> assertThat(e.code()).isEqualTo(Code.NOT_FOUND));
    }

    @Test
    void foreignFiles_areRefusedByTheirContent() throws IOException {
        assertRefused(new byte[0], Code.EMPTY);
        assertRefused("%PDF-1.7 ...".getBytes(StandardCharsets.UTF_8), Code.NOT_A_ROSTER_FILE);
        assertRefused("\n<html><table>".getBytes(StandardCharsets.UTF_8), Code.NOT_A_ROSTER_FILE);
        assertRefused(new byte[] {1, 2, 0, 4, 5}, Code.NOT_A_ROSTER_FILE);
        assertRefused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, Code.OLD_OR_LOCKED_WORKBOOK);
        assertRefused("a letter, not a roster".getBytes(StandardCharsets.UTF_8), Code.NO_HEADINGS);
        assertRefused(zip("word/document.xml", "<w/>"), Code.NOT_A_ROSTER_FILE);
        assertRefused("PK but no archive".getBytes(StandardCharsets.UTF_8), Code.BROKEN);
    }

    @Test
    void stream_thatNeverEnds_isCutAtTheLimit() {
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                return ' ';
            }

            @Override
            public int read(byte[] to, int from, int length) {
                return length;
            }
        };

        assertThatThrownBy(() -> new RosterReader().read(endless, "roster.csv"))
                .isInstanceOfSatisfying(
                        UnreadableRoster.class, e -> assertThat(e.code()).isEqualTo(Code.TOO_LARGE));
    }

    @Test
    void workbook_thatInflatesWithoutEnd_isRefused() throws IOException {
        assertRefused(withPart("xl/sharedStrings.xml", BLANKS, 1100), Code.ZIP_BOMB);
        assertRefused(withPart("xl/media/picture.bin", BLANKS, 300), Code.ZIP_BOMB);
    }

    @Test
    void workbook_withOneEndlessText_isRefused() throws IOException {
        assertRefused(withPart("xl/worksheets/sheet1.xml", BLANKS, 10), Code.ZIP_BOMB);
    }

    @Test
    void workbook_thatDeclaresEntities_isRefused() throws IOException {
        byte[] entity = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>"
                .getBytes(StandardCharsets.UTF_8);
        assertRefused(withPart("xl/worksheets/sheet1.xml", entity, 1), Code.FORBIDDEN_XML);
    }

    @Test
    void workbook_thatAddressesAnImpossibleColumn_isRefused() throws IOException {
        byte[] sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"
                .getBytes(StandardCharsets.UTF_8);
        assertRefused(withPart("xl/worksheets/sheet1.xml", sheet, 1), Code.BROKEN);
    }

    @Test
    void workbook_cutShort_isBroken() throws IOException {
        byte[] whole = workbook();
        assertRefused(Arrays.copyOf(whole, whole.length / 2), Code.BROKEN);
        byte[] noSheet = "<worksheet><sheetData><row r=\"1\"><c r=".getBytes(StandardCharsets.UTF_8);
        assertRefused(withPart("xl/worksheets/sheet1.xml", noSheet, 1), Code.BROKEN);
    }

    @Test
    void workbook_underAnyName_isRecognisedByContent() throws IOException {
        Roster roster = new RosterReader().read(new ByteArrayInputStream(workbook()), "anything.csv");

        assertThat(roster.loans()).hasSize(1);
    }

    @Test
    void formula_withAStoredValue_isReadAndNotComputed() throws IOException {
        byte[] sheet = ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + row(1, "Số khế ước", "Dư nợ khoanh", "Ngày hết hạn khoanh")
                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"66\"</f><v>6600012345678901</v></c>"
                        + "<c r=\"B2\"><f>1+1</f><v>5000000</v></c><c r=\"C2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"
                        + "</sheetData></worksheet>")
                .getBytes(StandardCharsets.UTF_8);
        Roster roster = new RosterReader()
                .read(new ByteArrayInputStream(withPart("xl/worksheets/sheet1.xml", sheet, 1)), "x.xlsx");

        assertThat(roster.sums().frozen()).isEqualTo(5_000_000L);
        assertThat(roster.problems())
                .containsExactly(new RosterProblem(
                        2, RosterColumn.FROZEN_UNTIL, RosterProblem.Code.CELL_ERROR, "#DIV/0!", false));
    }

    @Test
    void rows_withoutNumbersOfTheirOwn_areCountedFromOne() throws IOException {
        byte[] sheet = ("<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                        + row(0, "Số khế ước", "Dư nợ khoanh", "Ngày hết hạn khoanh")
                        + row(0, "6600012345678901", "5000000", "31/12/2028")
                        + "</sheetData></worksheet>")
                .getBytes(StandardCharsets.UTF_8);
        Roster roster = new RosterReader()
                .read(new ByteArrayInputStream(withPart("xl/worksheets/sheet1.xml", sheet, 1)), "x.xlsx");

        assertThat(roster.loans()).extracting(LoanRow::rowNumber).containsExactly(2);
    }

    private static String row(int number, String... texts) {
        StringBuilder row = new StringBuilder(number == 0 ? "<row>" : "<row r=\"" + number + "\">");
        for (String text : texts) {
            row.append("<c t=\"inlineStr\"><is><t>").append(text).append("</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private byte[] workbook() throws IOException {
        return Files.readAllBytes(aCreditFile()
                .line("0000000001", "Lan", "6600012345678901", "OPEN", 1_000_000L, 0L)
                .xlsx(folder, "good"));
    }

    /** A good workbook in which one part is replaced or added. */
    private byte[] withPart(String name, byte[] content, int times) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        workbook();
        try (ZipFile in = new ZipFile(folder.resolve("good.xlsx").toFile());
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : Collections.list(in.entries())) {
                if (!entry.getName().equals(name)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    zip.write(in.getInputStream(entry).readAllBytes());
                }
            }
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                zip.write(content);
            }
        }
        return out.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void assertRefused(byte[] bytes, Code code) {
        assertThatThrownBy(() -> new RosterReader().read(new ByteArrayInputStream(bytes), "roster"))
                .isInstanceOfSatisfying(
                        UnreadableRoster.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}

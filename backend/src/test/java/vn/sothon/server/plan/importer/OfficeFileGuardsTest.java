package vn.sothon.server.plan.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;
import vn.sothon.server.plan.importer.UnreadablePlan.Code;

/** What an office's files can be beside what they should be. */
class OfficeFileGuardsTest {
    private static final String APPENDIX = "PHỤ LỤC";

    @TempDir
    Path folder;

    @Test
    void read_whenTheArchiveUnpacksWithoutEnd_refusesIt() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 40; i++) {
                zip.write(spaces);
            }
        }

        assertThat(refusal(out.toByteArray()).code()).isEqualTo(Code.TOO_LARGE);
    }

    @Test
    void read_whenTheArchiveIsNoWordFile_refusesIt() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
        }

        UnreadablePlan refusal = refusal(out.toByteArray());

        assertThat(refusal.code()).isEqualTo(Code.UNKNOWN_FORMAT);
        assertThat(refusal.getMessage()).contains("--typed");
    }

    @Test
    void read_whenTheWordFileIsCutShort_saysItIsDamaged() throws Exception {
        byte[] whole = WordFiles.of(new OfficePlan(List.of(APPENDIX), List.of(), List.of()));

        assertThat(refusal(Arrays.copyOf(whole, whole.length / 2)).code()).isIn(Code.DAMAGED, Code.UNKNOWN_FORMAT);
    }

    @Test
    void read_whenTheFileIsAnOldOrLockedWordFile_saysWhatToDo() throws Exception {
        UnreadablePlan refusal = refusal(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0});

        assertThat(refusal.code()).isEqualTo(Code.UNKNOWN_FORMAT);
        assertThat(refusal.expected()).contains("save it as .docx");
    }

    @Test
    void read_whenThePdfIsAScan_sendsThePersonToTyping() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(
                        LosslessFactory.createFromImage(
                                document, new BufferedImage(10, 10, BufferedImage.TYPE_BYTE_GRAY)),
                        50,
                        50,
                        400,
                        600);
            }
            document.save(out);
        }

        UnreadablePlan refusal = refusal(out.toByteArray());

        assertThat(refusal.code()).isEqualTo(Code.SCAN_WITHOUT_TEXT);
        assertThat(refusal.expected()).contains("--typed");
    }

    @Test
    void read_whenThePdfAsksForAPassword_saysSo() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
        }

        assertThat(refusal(out.toByteArray()).code()).isEqualTo(Code.PROTECTED);
    }

    @Test
    void read_whenThePdfIsBroken_saysItIsDamaged() throws Exception {
        assertThat(refusal("%PDF-1.7\n1 0 obj\n<<".getBytes(StandardCharsets.US_ASCII))
                        .code())
                .isIn(Code.DAMAGED, Code.EMPTY);
    }

    @Test
    void read_whenWordNumbersTheListItself_readsTheNumbersItPrints() throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            BigInteger list = list(document);
            say(document, "ỦY BAN NHÂN DÂN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM");
            say(document, "XÃ ĐỒI CHÈ\t\tĐộc lập - Tự do - Hạnh phúc");
            say(document, "Số: 12/KH-UBND\t\tĐồi Chè, ngày 03 tháng 02 năm 2027");
            say(document, "KẾ HOẠCH");
            say(document, "Kiểm tra vốn vay năm 2027");
            say(document, "I. NHIỆM VỤ");
            item(document, list, 0, "Kiểm tra vốn vay");
            item(document, list, 1, "Trưởng thôn kiểm tra việc sử dụng vốn vay.");
            item(document, list, 1, "Các hội kiểm tra hoạt động của tổ.");
            item(document, list, 0, "Xử lý nợ");
            for (int point = 0; point < 7; point++) {
                item(document, list, 1, "Đôn đốc thu hồi nợ quá hạn của tổ thứ " + (point + 1) + ".");
            }

            ImportedPlan plan = read(WordFiles.bytes(document));

            assertThat(plan.tasks())
                    .extracting(ImportedTask::key)
                    .containsExactly("1.a", "1.b", "2.a", "2.b", "2.c", "2.d", "2.e", "2.f", "2.g");
            assertThat(plan.sections())
                    .extracting(ImportedSection::title)
                    .containsExactly("Kiểm tra vốn vay", "Xử lý nợ");
            assertThat(plan.issuer().name()).isEqualTo("UBND xã Đồi Chè");
            assertThat(plan.number()).isEqualTo("12/KH-UBND");
            assertThat(plan.date()).isEqualTo(LocalDate.of(2027, 2, 3));
        }
    }

    @Test
    void read_whenCellsAreMergedDownAndListUnitsLineByLine_losesNoCell() throws Exception {
        try (XWPFDocument document = new XWPFDocument()) {
            say(document, APPENDIX);
            say(document, "(Kèm theo Kế hoạch số 9/KH-UBND ngày 02/02/2027 của UBND xã Đồi Chè)");
            XWPFTable table = document.createTable(5, 5);
            fill(
                    table.getRow(0),
                    "TT",
                    "Nội dung công việc",
                    "Cơ quan chủ trì",
                    "Cơ quan phối hợp (nếu có)",
                    "Thời hạn");
            fill(table.getRow(1), "(1)", "(2)", "(3)", "(4)", "(5)");
            fill(table.getRow(2), "1", "Rà soát hộ vay.", "Phòng Kinh tế", "", "Quý I/2027");
            fill(table.getRow(3), "2", "Lập danh sách hộ.", "", "", "Hằng năm");
            fill(table.getRow(4), "3", "Kiểm tra việc sử dụng vốn vay.", "UBND xã", "", "Thường xuyên");
            merge(table.getRow(2), 2, STMerge.RESTART);
            merge(table.getRow(3), 2, STMerge.CONTINUE);
            table.getRow(4).getCell(3).setText("Hội Nông dân");
            table.getRow(4).getCell(3).addParagraph().createRun().setText("Công an xã");

            ImportedPlan plan = read(WordFiles.bytes(document));

            assertThat(plan.tasks()).extracting(ImportedTask::key).containsExactly("1", "2", "3");
            assertThat(plan.tasks().get(1).leadUnits()).containsExactly("Phòng Kinh tế");
            assertThat(plan.tasks().get(2).coordinatingUnits()).containsExactly("Hội Nông dân", "Công an xã");
            assertThat(plan.issuer().name()).isEqualTo("UBND xã Đồi Chè");
        }
    }

    private ImportedPlan read(byte[] bytes) throws Exception {
        return new PlanImporter().read(Files.write(folder.resolve("plan.bin"), bytes));
    }

    private UnreadablePlan refusal(byte[] bytes) throws Exception {
        Path file = Files.write(folder.resolve("plan.bin"), bytes);
        return catchThrowableOfType(UnreadablePlan.class, () -> new PlanImporter().read(file));
    }

    private static void say(XWPFDocument document, String text) {
        document.createParagraph().createRun().setText(text);
    }

    private static void fill(XWPFTableRow row, String... cells) {
        WordFiles.fill(row, List.of(cells));
    }

    private static void merge(XWPFTableRow row, int cell, STMerge.Enum how) {
        row.getCell(cell).getCTTc().addNewTcPr().addNewVMerge().setVal(how);
    }

    private static void item(XWPFDocument document, BigInteger list, long level, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        paragraph.createRun().setText(text);
    }

    private static BigInteger list(XWPFDocument document) {
        CTAbstractNum definition = CTAbstractNum.Factory.newInstance();
        definition.setAbstractNumId(BigInteger.ZERO);
        level(definition, 0, STNumberFormat.DECIMAL, "%1.");
        level(definition, 1, STNumberFormat.LOWER_LETTER, "%2)");
        BigInteger id = document.createNumbering().addAbstractNum(new XWPFAbstractNum(definition));
        return document.getNumbering().addNum(id);
    }

    private static void level(CTAbstractNum definition, long at, STNumberFormat.Enum format, String text) {
        CTLvl level = definition.addNewLvl();
        level.setIlvl(BigInteger.valueOf(at));
        level.addNewStart().setVal(BigInteger.ONE);
        level.addNewNumFmt().setVal(format);
        level.addNewLvlText().setVal(text);
    }
}

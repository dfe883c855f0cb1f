package vn.sothon.server.plan.importer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** Makes .docx files as Word would save them. */
final class WordFiles {
    private WordFiles() {}

    static byte[] of(OfficePlan plan) throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            for (String line : plan.narrative()) {
                document.createParagraph().createRun().setText(line);
            }
            if (plan.hasTable()) {
                table(document, plan);
            }
            return bytes(document);
        }
    }

    private static void table(XWPFDocument document, OfficePlan plan) {
        XWPFTable table = document.createTable(1, plan.columns().size());
        fill(table.getRow(0), plan.headings());
        for (List<String> cells : plan.rows()) {
            XWPFTableRow row = table.createRow();
            if (cells.size() == 2) {
                while (row.getTableCells().size() > 2) {
                    row.removeCell(row.getTableCells().size() - 1);
                }
                row.getCell(1)
                        .getCTTc()
                        .addNewTcPr()
                        .addNewGridSpan()
                        .setVal(BigInteger.valueOf(plan.columns().size() - 1L));
            }
            fill(row, cells);
        }
    }

    static void fill(XWPFTableRow row, List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            row.getCell(i).setText(cells.get(i));
        }
    }

    static byte[] bytes(XWPFDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }
}

package vn.sothon.app.ui.paper;

import android.graphics.Bitmap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.record.Signatory;

/** The sheet 06/TD: lying, one row per loan. */
final class SheetPaper {
    private static final float LETTERS = 8;
    private static final int[] WEIGHTS = {22, 90, 74, 42, 42, 82, 42, 42, 82, 42, 42, 58, 42, 60};

    private final PaperWords words;
    private final SignedRecord record;

    SheetPaper(PaperWords words, SignedRecord record) {
        this.words = words;
        this.record = record;
    }

    void write(PaperWriter paper) {
        CheckSheet sheet = (CheckSheet) record.read().payload();
        paper.nation(sheet.checkingBody());
        paper.title(words.of("title.sheet"), words.of("title.sheet.under"));
        paper.line(words.of("time"), words.time(record.booked().sealedAt()));
        paper.line(words.of("where"), sheet.place());
        paper.line(words.of("visit"), words.of(sheet.visit(), "visit"));
        paper.line(words.of("group"), record.groupName());
        paper.line(words.of("inspectors"), words.people(sheet.inspectors()));
        paper.table(table(sheet));
        paper.heading(words.of("part.conclusions"));
        paper.line(words.of("planOfUse"), sheet.planOfUse());
        CheckSheet.Total total = sheet.total();
        paper.line(
                words.of("checked"),
                words.of("people", total.customers()) + ", " + words.spoken(total.reallyReceived()));
        paper.line(words.of("proper"), share(sheet.proper(), total.reallyReceived()));
        paper.line(words.of("misused"), share(sheet.misused(), total.reallyReceived()));
        paper.line(words.of("measures"), sheet.measures());
        paper.signatures(record.signed(sheet.signatures(), words));
    }

    private String share(CheckSheet.Share share, long whole) {
        return words.of("people", share.customers()) + ", "
                + words.of("percent", words.spoken(share.amount()), words.percent(share.amount(), whole));
    }

    private PaperTable table(CheckSheet sheet) {
        PaperTable table = new PaperTable(LETTERS, WEIGHTS, head());
        int number = 0;
        for (CheckSheet.Row row : sheet.checks()) {
            number++;
            Optional<SignedRecord> check = SignedRecord.find(record.phone(), row.checkId());
            if (check.isPresent()) {
                row(table, number, check.get());
            } else {
                table.add(List.of(Integer.toString(number), row.checkId().toString())); // made on another phone
            }
        }
        CheckSheet.Total total = sheet.total();
        table.total(List.of(
                "",
                words.of("column.total"),
                "",
                words.millions(total.disbursed()),
                words.millions(total.outstanding()),
                "",
                words.millions(total.reallyReceived()),
                words.millions(total.realOutstanding()),
                "",
                words.millions(total.properAmount()),
                words.millions(total.misusedAmount()),
                "",
                words.millions(total.interestOwed()),
                ""));
        return table;
    }

    private void row(PaperTable table, int number, SignedRecord made) {
        LoanUseCheck check = (LoanUseCheck) made.read().payload();
        SeenLoan seen = made.read().body().seen();
        String name = seen == null ? made.loanNumber() : seen.memberName();
        table.add(
                List.of(
                        Integer.toString(number),
                        said(name),
                        said(seen == null ? null : made.programme(seen.programmeCode())),
                        words.millions(seen == null ? null : seen.disbursed()),
                        words.millions(seen == null ? null : seen.outstanding()),
                        said(seen == null ? null : seen.purpose()),
                        words.millions(check.reallyReceived()),
                        words.millions(check.realOutstanding()),
                        said(check.usedFor()),
                        words.millions(check.properAmount()),
                        words.millions(check.misusedAmount()),
                        said(check.effect()),
                        words.millions(check.interestOwed())),
                borrower(made, check));
    }

    private static @Nullable Bitmap borrower(SignedRecord made, LoanUseCheck check) {
        for (Signatory signatory : check.signatures()) {
            if (signatory.as() == Signatory.As.BORROWER) {
                return made.drawing(signatory);
            }
        }
        return null;
    }

    private List<String> head() {
        return List.of(
                words.of("column.no"),
                words.of("column.borrower"),
                words.of("column.programme"),
                words.of("column.disbursed"),
                words.of("column.outstanding"),
                words.of("column.purpose"),
                words.of("column.reallyReceived"),
                words.of("column.realOutstanding"),
                words.of("column.usedFor"),
                words.of("column.properAmount"),
                words.of("column.misusedAmount"),
                words.of("column.effect"),
                words.of("column.interestOwed"),
                words.of("column.signature"));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text;
    }
}

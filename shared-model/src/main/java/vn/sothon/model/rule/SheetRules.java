package vn.sothon.model.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.CheckSheet.Share;
import vn.sothon.model.record.CheckSheet.Total;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.sync.Seals;

/** The arithmetic of sheet 06/TD: the row "Cộng" and the conclusions. */
public final class SheetRules {
    private SheetRules() {}

    /** A row of the sheet: what the file said and what was found. */
    public record Row(SeenLoan seen, LoanUseCheck check) {}

    /**
     * The row "Cộng" of these rows. A loan that no roster knows yet has no amount in the file: there the amount really
     * received stands for it, so that the sheet of an honest visit holds.
     */
    public static Total total(List<Row> rows) {
        long disbursed = 0;
        long outstanding = 0;
        long received = 0;
        long real = 0;
        long proper = 0;
        long misused = 0;
        long interest = 0;
        for (Row row : rows) {
            disbursed += value(
                    row.seen().disbursed() != null
                            ? row.seen().disbursed()
                            : row.check().reallyReceived());
            outstanding += value(row.seen().outstanding());
            received += value(row.check().reallyReceived());
            real += value(row.check().realOutstanding());
            proper += value(row.check().properAmount());
            misused += value(row.check().misusedAmount());
            interest += value(row.check().interestOwed());
        }
        return new Total(rows.size(), disbursed, outstanding, received, real, proper, misused, interest);
    }

    /** Customers whose whole loan was used properly, and the money used properly. */
    public static Share proper(List<Row> rows) {
        List<Row> whole = new ArrayList<>();
        for (Row row : rows) {
            if (row.check().outcome() == LoanUseCheck.Outcome.CHECKED
                    && value(row.check().misusedAmount()) == 0) {
                whole.add(row);
            }
        }
        return new Share(whole.size(), total(rows).properAmount());
    }

    /** Customers who misused any part, and the money misused. */
    public static Share misused(List<Row> rows) {
        int customers = 0;
        for (Row row : rows) {
            if (value(row.check().misusedAmount()) > 0) {
                customers++;
            }
        }
        return new Share(customers, total(rows).misusedAmount());
    }

    /** Whether the sheet's row "Cộng" and its conclusions are those of these rows. */
    public static boolean isSumOf(CheckSheet sheet, List<Row> rows) {
        return sheet.total().equals(total(rows))
                && sheet.proper().equals(proper(rows))
                && sheet.misused().equals(misused(rows));
    }

    static void check(CheckSheet sheet, Problems problems) {
        Total total = sheet.total();
        if (sheet.checks().isEmpty()) {
            problems.add("payload.checks", "REQUIRED");
        }
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < sheet.checks().size(); i++) {
            if (!Seals.isHash(sheet.checks().get(i).hash())) {
                problems.add("payload.checks[" + i + "].hash", "MALFORMED");
            }
            if (!ids.add(sheet.checks().get(i).checkId())) {
                problems.add("payload.checks[" + i + "].checkId", "REPEATED");
            }
        }
        notNegative(total, problems);
        share("payload.proper", sheet.proper(), problems);
        share("payload.misused", sheet.misused(), problems);
        if (total.customers() != sheet.checks().size()) {
            problems.add("payload.total.customers", "TOTAL_DIFFERS");
        }
        if (total.properAmount() + total.misusedAmount() != total.reallyReceived()) {
            problems.add("payload.total.misusedAmount", "PROPER_AND_MISUSED_MUST_ADD_UP");
        }
        if (total.disbursed() < total.reallyReceived()) {
            problems.add("payload.total.reallyReceived", "MORE_THAN_DISBURSED");
        }
        if (sheet.proper().amount() != total.properAmount()) {
            problems.add("payload.proper.amount", "TOTAL_DIFFERS");
        }
        if (sheet.misused().amount() != total.misusedAmount()) {
            problems.add("payload.misused.amount", "TOTAL_DIFFERS");
        }
        if (sheet.proper().customers() + sheet.misused().customers() > total.customers()) {
            problems.add("payload.proper.customers", "TOTAL_DIFFERS");
        }
    }

    private static void notNegative(Total total, Problems problems) {
        String p = "payload.total.";
        problems.notNegative(p + "disbursed", total.disbursed());
        problems.notNegative(p + "outstanding", total.outstanding());
        problems.notNegative(p + "reallyReceived", total.reallyReceived());
        problems.notNegative(p + "realOutstanding", total.realOutstanding());
        problems.notNegative(p + "properAmount", total.properAmount());
        problems.notNegative(p + "misusedAmount", total.misusedAmount());
        problems.notNegative(p + "interestOwed", total.interestOwed());
    }

    private static void share(String field, Share share, Problems problems) {
        problems.notNegative(field + ".customers", share.customers());
        problems.notNegative(field + ".amount", share.amount());
    }

    private static long value(@Nullable Long amount) {
        return amount == null ? 0 : amount;
    }
}

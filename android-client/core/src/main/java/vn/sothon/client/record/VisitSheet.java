package vn.sothon.client.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.Draft.About;
import vn.sothon.client.record.Draft.Acting;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.SeenLoan;
import vn.sothon.model.record.Signatory;
import vn.sothon.model.rule.SheetRules;
import vn.sothon.model.sync.ReadItem;

/** Closes a visit: the sheet 06/TD that follows from its checks. */
public final class VisitSheet {
    /** What the person adds to the figures. */
    public record Conclusions(
            VisitKind visit,
            @Nullable String checkingBody,
            List<Inspector> inspectors,
            @Nullable String place,
            @Nullable String planOfUse,
            @Nullable String measures,
            List<Signatory> signatures) {
        public Conclusions {
            inspectors = List.copyOf(inspectors);
            signatures = List.copyOf(signatures);
        }
    }

    private final RecordBook book;

    public VisitSheet(RecordBook book) {
        this.book = book;
    }

    /**
     * A draft of the sheet over the loans really checked in this visit, each as it stands after its corrections;
     * attempts that met nobody are not on the paper.
     */
    public Draft draft(UUID id, Acting acting, @Nullable String groupCode, Conclusions conclusions) {
        UUID visitId = acting.visitId();
        if (visitId == null) {
            throw new IllegalArgumentException("a sheet closes a visit");
        }
        List<CheckSheet.Row> checks = new ArrayList<>();
        List<SheetRules.Row> rows = new ArrayList<>();
        for (BookedRecord record : standing(visitId)) {
            ReadItem read = ReadItem.trusted(record.item());
            LoanUseCheck check = (LoanUseCheck) read.payload();
            if (check.outcome() == LoanUseCheck.Outcome.CHECKED) {
                SeenLoan seen = read.body().seen();
                checks.add(new CheckSheet.Row(record.id(), record.hash()));
                rows.add(new SheetRules.Row(seen == null ? SeenLoan.NOTHING : seen, check));
            }
        }
        CheckSheet sheet = new CheckSheet(
                conclusions.visit(),
                conclusions.checkingBody(),
                conclusions.inspectors(),
                conclusions.place(),
                checks,
                SheetRules.total(rows),
                conclusions.planOfUse(),
                SheetRules.proper(rows),
                SheetRules.misused(rows),
                conclusions.measures(),
                conclusions.signatures());
        return Draft.of(id, RecordKind.CHECK_SHEET, acting, About.group(groupCode), sheet);
    }

    /** The visit's checks, a corrected or mended one replaced by what stands in its place. */
    private List<BookedRecord> standing(UUID visitId) {
        Map<UUID, BookedRecord> standing = new LinkedHashMap<>();
        for (BookedRecord record : book.ofVisit(visitId)) {
            if (record.kind() == RecordKind.LOAN_USE_CHECK) {
                BookedRecord current = book.current(record);
                if (current.state() != RecordState.REJECTED) {
                    standing.put(current.id(), current);
                }
            }
        }
        return new ArrayList<>(standing.values());
    }
}

package vn.sothon.app.ui.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ReadItem;

/**
 * A visit with checks and without its sheet 06/TD.
 *
 * @param checks how many borrowers were really checked
 */
record OpenVisit(UUID visitId, @Nullable String groupName, int checks) {

    static List<OpenVisit> of(Phone phone, List<BookedRecord> records) {
        Map<UUID, OpenVisit> open = new LinkedHashMap<>();
        Set<UUID> closed = new HashSet<>();
        for (BookedRecord record : records) {
            UUID visit = record.visitId();
            if (visit != null && record.kind() == RecordKind.CHECK_SHEET) {
                closed.add(visit);
            } else if (visit != null && record.kind() == RecordKind.LOAN_USE_CHECK && record.corrects() == null) {
                ReadItem read = ReadItem.trusted(record.item());
                if (((LoanUseCheck) read.payload()).outcome() == LoanUseCheck.Outcome.CHECKED) {
                    String code = read.body().groupCode();
                    String group = code == null
                            ? null
                            : phone.workList()
                                    .group(code)
                                    .map(Views.Group::name)
                                    .orElse(code);
                    open.merge(
                            visit,
                            new OpenVisit(visit, group, 1),
                            (one, other) -> new OpenVisit(visit, one.groupName(), one.checks() + 1));
                }
            }
        }
        open.keySet().removeAll(closed);
        return new ArrayList<>(open.values());
    }
}

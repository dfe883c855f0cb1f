package vn.sothon.app.ui.records;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.record.Draft;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.RecordKind;

/**
 * A form begun and not finished. Its loan may have left the list meanwhile: here it is found again. A sheet is found by
 * its {@link OpenVisit}.
 *
 * @param about the borrower, the loan's number or the group
 */
record OpenDraft(UUID id, RecordKind kind, @Nullable String about) {

    static List<OpenDraft> of(Phone phone) {
        List<OpenDraft> open = new ArrayList<>();
        for (Draft draft : phone.store().drafts().all()) {
            boolean ofItsVisit = draft.kind() == RecordKind.CHECK_SHEET && draft.correction() == null;
            if (!draft.kind().isAct() && draft.kind() != RecordKind.WITHDRAWAL && !ofItsVisit) {
                open.add(new OpenDraft(draft.id(), draft.kind(), about(phone, draft)));
            }
        }
        return open;
    }

    private static @Nullable String about(Phone phone, Draft draft) {
        Draft.About about = draft.about();
        if (about.seen() != null && about.seen().memberName() != null) {
            return about.seen().memberName();
        }
        String group = about.groupCode();
        return about.loanNumber() != null || group == null
                ? about.loanNumber()
                : phone.workList().group(group).map(Views.Group::name).orElse(group);
    }
}

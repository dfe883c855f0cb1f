package vn.sothon.app.ui.sheet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.VisitSheet.Conclusions;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.CheckSheet;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.sync.ReadItem;

/** Finds the sheet of a visit or begins one, and makes its figures anew from the checks as they stand. */
final class VisitPaper {
    private final Phone phone;

    VisitPaper(Phone phone) {
        this.phone = phone;
    }

    /** Empty if the visit has no check, or the person holds no office. */
    Optional<Draft> ofVisit(UUID visitId) {
        Optional<Draft> begun = phone.store().drafts().all().stream()
                .filter(draft -> draft.kind() == RecordKind.CHECK_SHEET
                        && visitId.equals(draft.acting().visitId()))
                .findFirst();
        return begun.isPresent() ? begun.map(this::refigured) : fresh(visitId);
    }

    /** The same sheet over the checks as they stand now. */
    Draft refigured(Draft draft) {
        CheckSheet sheet = new SheetForm(draft).sheet();
        Draft anew = phone.visitSheet()
                .draft(
                        draft.id(),
                        draft.acting(),
                        draft.about().groupCode(),
                        new Conclusions(sheet.visit(), sheet.checkingBody(), List.of(), null, null, null, List.of()));
        ObjectNode payload = draft.payload().deepCopy();
        for (String figures : List.of("checks", "total", "proper", "misused")) {
            payload.set(figures, anew.payload().get(figures));
        }
        return draft.withPayload(payload);
    }

    /** The group's name, where the list has one. */
    String group(Draft draft) {
        String code = draft.about().groupCode();
        return code == null
                ? ""
                : phone.workList().group(code).map(Views.Group::name).orElse(code);
    }

    /** Who would sign as the group's leader; empty if the list does not say. */
    String leader(Draft draft) {
        String code = draft.about().groupCode();
        String leader = code == null
                ? null
                : phone.workList().group(code).map(Views.Group::leaderName).orElse(null);
        return leader == null ? "" : leader;
    }

    /** Names of borrowers of this visit whose check is still being written. */
    List<String> halfWritten(Draft sheet) {
        List<String> names = new ArrayList<>();
        for (Draft draft : phone.store().drafts().all()) {
            if (draft.kind() == RecordKind.LOAN_USE_CHECK
                    && draft.acting().visitId() != null
                    && draft.acting().visitId().equals(sheet.acting().visitId())) {
                String name = draft.about().seen() == null
                        ? null
                        : draft.about().seen().memberName();
                names.add(name == null ? String.valueOf(draft.about().loanNumber()) : name);
            }
        }
        return names;
    }

    private Optional<Draft> fresh(UUID visitId) {
        for (BookedRecord record : phone.store().book().ofVisit(visitId)) {
            if (record.kind() == RecordKind.LOAN_USE_CHECK) {
                ReadItem read = ReadItem.trusted(record.item());
                return fresh(visitId, read.body().groupCode(), (LoanUseCheck) read.payload());
            }
        }
        return Optional.empty();
    }

    private Optional<Draft> fresh(UUID visitId, @Nullable String group, LoanUseCheck first) {
        List<Inspector> inspectors = phone.store()
                .sessions()
                .current()
                .map(session -> List.of(new Inspector(session.person().name(), null)))
                .orElse(List.of());
        Conclusions nothingYet =
                new Conclusions(first.visit(), first.checkingBody(), inspectors, null, null, null, List.of());
        return phone.workPlaces().acting(null, group, visitId).map(acting -> phone.visitSheet()
                .draft(phone.newId(), acting, group, nothingYet));
    }
}

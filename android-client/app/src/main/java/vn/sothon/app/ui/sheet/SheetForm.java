package vn.sothon.app.ui.sheet;

import com.fasterxml.jackson.databind.JsonNode;
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
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.LoanUseCheck;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.record.Signatory;
import vn.sothon.model.sync.ReadItem;

/**
 * What a person adds to the figures of a visit. Signatures are names here: the print is signed by hand.
 *
 * @param id of the draft, and later of the record
 * @param leader the group's leader; empty: does not sign
 * @param witness empty: there was none
 */
record SheetForm(
        UUID id,
        UUID visitId,
        @Nullable String groupCode,
        VisitKind visit,
        String planOfUse,
        String measures,
        String leader,
        String witness) {

    /** The sheet begun for this visit, or a fresh one; empty if the visit has no check. */
    static Optional<SheetForm> of(Phone phone, UUID visitId) {
        for (BookedRecord record : phone.store().book().ofVisit(visitId)) {
            if (record.kind() == RecordKind.LOAN_USE_CHECK) {
                ReadItem read = ReadItem.trusted(record.item());
                String group = read.body().groupCode();
                return Optional.of(begun(phone, visitId)
                        .map(draft -> read(draft, visitId, group, read))
                        .orElseGet(() -> new SheetForm(
                                phone.newId(), visitId, group, visit(read), "", "", leaderOf(phone, group), "")));
            }
        }
        return Optional.empty();
    }

    /** The whole sheet, its figures made anew from the checks as they stand. Empty if the person holds no office. */
    Optional<Draft> draft(Phone phone) {
        String author = phone.store()
                .sessions()
                .current()
                .map(session -> session.person().name())
                .orElse("");
        List<Signatory> signatures = new ArrayList<>();
        sign(signatures, Signatory.As.INSPECTOR, author);
        sign(signatures, Signatory.As.GROUP_LEADER, leader);
        sign(signatures, Signatory.As.WITNESS, witness);
        Conclusions conclusions = new Conclusions(
                visit,
                null,
                List.of(new Inspector(author, null)),
                null,
                orNull(planOfUse),
                orNull(measures),
                signatures);
        return phone.workPlaces().acting(null, groupCode, visitId).map(acting -> phone.visitSheet()
                .draft(id, acting, groupCode, conclusions));
    }

    SheetForm withPlanOfUse(String text) {
        return new SheetForm(id, visitId, groupCode, visit, text, measures, leader, witness);
    }

    SheetForm withMeasures(String text) {
        return new SheetForm(id, visitId, groupCode, visit, planOfUse, text, leader, witness);
    }

    SheetForm withLeader(String name) {
        return new SheetForm(id, visitId, groupCode, visit, planOfUse, measures, name, witness);
    }

    SheetForm withWitness(String name) {
        return new SheetForm(id, visitId, groupCode, visit, planOfUse, measures, leader, name);
    }

    private static SheetForm read(Draft draft, UUID visitId, @Nullable String group, ReadItem check) {
        JsonNode payload = draft.payload();
        return new SheetForm(
                draft.id(),
                visitId,
                group,
                visit(check),
                payload.path("planOfUse").asText(""),
                payload.path("measures").asText(""),
                signed(payload, Signatory.As.GROUP_LEADER),
                signed(payload, Signatory.As.WITNESS));
    }

    private static Optional<Draft> begun(Phone phone, UUID visitId) {
        return phone.store().drafts().all().stream()
                .filter(draft -> draft.kind() == RecordKind.CHECK_SHEET
                        && visitId.equals(draft.acting().visitId()))
                .findFirst();
    }

    private static VisitKind visit(ReadItem check) {
        return ((LoanUseCheck) check.payload()).visit();
    }

    private static String leaderOf(Phone phone, @Nullable String group) {
        if (group == null) {
            return "";
        }
        String leader =
                phone.workList().group(group).map(Views.Group::leaderName).orElse(null);
        return leader == null ? "" : leader;
    }

    private static String signed(JsonNode payload, Signatory.As as) {
        for (JsonNode signature : payload.path("signatures")) {
            if (as.name().equals(signature.path("as").asText())) {
                return signature.path("name").asText("");
            }
        }
        return "";
    }

    private static void sign(List<Signatory> signatures, Signatory.As as, String name) {
        if (!name.trim().isEmpty()) {
            signatures.add(new Signatory(as, name.trim(), null, null));
        }
    }

    private static @Nullable String orNull(String text) {
        return text.trim().isEmpty() ? null : text.trim();
    }
}

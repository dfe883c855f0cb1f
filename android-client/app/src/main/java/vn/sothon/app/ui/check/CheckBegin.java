package vn.sothon.app.ui.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.client.record.Draft.About;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.plan.VisitKind;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.ReadItem;

/** Finds the draft of a loan's check, or begins one that already says what the phone knows. */
final class CheckBegin {
    private final Phone phone;

    CheckBegin(Phone phone) {
        this.phone = phone;
    }

    /** Empty if the loan has left the list, or the person holds no office. */
    Optional<Draft> ofLoan(UUID loanId) {
        Optional<Draft> begun = drafts().stream()
                .filter(draft -> loanId.equals(draft.about().loanId()))
                .findFirst();
        if (begun.isPresent()) {
            return begun;
        }
        return phone.workList().loans().stream()
                .filter(loan -> loan.id().equals(loanId))
                .findFirst()
                .flatMap(loan -> begin(
                        loan.groupCode(),
                        new About(
                                loan.groupCode(), loanId, null, phone.workList().seen(loan)),
                        owedAfterPayout(loanId) ? VisitKind.POST_DISBURSEMENT : VisitKind.SCHEDULED));
    }

    /** A loan that no roster of this phone knows, by the number on the borrower's papers. */
    Optional<Draft> ofNumber(String number) {
        Optional<Views.Loan> known = phone.workList().loan(number);
        if (known.isPresent()) {
            return ofLoan(known.get().id());
        }
        Optional<Draft> begun = drafts().stream()
                .filter(draft -> number.equals(draft.about().loanNumber()))
                .findFirst();
        if (begun.isPresent()) {
            return begun;
        }
        List<Views.Group> groups = phone.workList().groups();
        String group = groups.size() == 1 ? groups.get(0).code() : null;
        return begin(group, new About(group, null, number, null), VisitKind.POST_DISBURSEMENT);
    }

    private Optional<Draft> begin(@Nullable String group, About about, VisitKind visit) {
        Optional<Draft> draft = phone.workPlaces()
                .acting(null, group, visitOfToday(group).orElseGet(phone::newId))
                .map(acting -> new Draft(
                        phone.newId(),
                        RecordKind.LOAN_USE_CHECK,
                        acting,
                        about,
                        null,
                        null,
                        null,
                        List.of(),
                        known(visit)));
        draft.ifPresent(phone::save);
        return draft;
    }

    private ObjectNode known(VisitKind visit) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("visit", visit.name());
        phone.store().sessions().current().ifPresent(session -> payload.putArray("inspectors")
                .add(Json.tree(new Inspector(session.person().name(), null))));
        return payload;
    }

    /** Whoever checks several borrowers of a group on one day makes one visit. */
    private Optional<UUID> visitOfToday(@Nullable String group) {
        if (group == null) {
            return Optional.empty();
        }
        for (Draft draft : drafts()) {
            UUID visit = draft.acting().visitId();
            if (group.equals(draft.about().groupCode()) && visit != null && !isClosed(visit)) {
                return Optional.of(visit);
            }
        }
        UUID found = null;
        for (BookedRecord record : phone.store().book().all()) {
            boolean today = DueDates.day(record.sealedAt())
                    .equals(DueDates.day(phone.clock().wall()));
            if (today && record.visitId() != null && group.equals(groupOf(record))) {
                found = record.kind() == RecordKind.CHECK_SHEET ? null : record.visitId();
            }
        }
        return Optional.ofNullable(found);
    }

    private boolean isClosed(UUID visit) {
        return phone.store().book().ofVisit(visit).stream().anyMatch(record -> record.kind() == RecordKind.CHECK_SHEET);
    }

    private static @Nullable String groupOf(BookedRecord record) {
        return ReadItem.trusted(record.item()).body().groupCode();
    }

    private boolean owedAfterPayout(UUID loanId) {
        return phone.workList().obligations().stream()
                .anyMatch(owed -> loanId.equals(owed.loanId())
                        && owed.doneBy() == null
                        && owed.kind().equals(VisitKind.POST_DISBURSEMENT.name()));
    }

    private List<Draft> drafts() {
        return phone.store().drafts().all().stream()
                .filter(draft -> draft.kind() == RecordKind.LOAN_USE_CHECK)
                .collect(Collectors.toList());
    }
}

package vn.sothon.app.ui.minutes;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.Phone;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.client.record.Draft;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.GroupFigures;
import vn.sothon.model.record.Inspector;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.ReadItem;

/** What the phone knows that minutes need. */
final class MinutesDesk {
    private final Phone phone;

    MinutesDesk(Phone phone) {
        this.phone = phone;
    }

    /** Minutes begun and not finished, the one touched last first. */
    List<Draft> begun() {
        return phone.store().drafts().all().stream()
                .filter(draft -> draft.kind() == RecordKind.MONITORING_MINUTES)
                .collect(Collectors.toList());
    }

    /** Fresh minutes by the person of this phone; empty without an office. Nothing is saved before the first answer. */
    Optional<Draft> fresh() {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        payload.put("startedAt", phone.clock().wall().toString());
        payload.putArray("team").add(Json.tree(new Inspector(author(), null)));
        return phone.workPlaces()
                .acting(null, null, null)
                .map(acting -> new Draft(
                        phone.newId(),
                        RecordKind.MONITORING_MINUTES,
                        acting,
                        Draft.About.nothing(),
                        null,
                        null,
                        null,
                        List.of(),
                        payload));
    }

    String author() {
        return phone.store()
                .sessions()
                .current()
                .map(session -> session.person().name())
                .orElse("");
    }

    LocalDate today() {
        return DueDates.day(phone.clock().wall());
    }

    List<Views.Group> groups() {
        return phone.workList().groups();
    }

    List<Views.Village> villages() {
        return phone.workList().villages();
    }

    @Nullable
    String groupName(Draft draft) {
        String code = draft.about().groupCode();
        return code == null
                ? null
                : phone.workList().group(code).map(Views.Group::name).orElse(code);
    }

    @Nullable
    String villageName(Draft draft) {
        String code = draft.acting().villageCode();
        return villages().stream()
                .filter(village -> village.code().equals(code))
                .map(Views.Village::name)
                .findFirst()
                .orElse(code);
    }

    String leader(Draft draft) {
        return draft.payload().path("groupLeader").asText("");
    }

    MinutesForm moved(MinutesForm form, Views.Group group) {
        Draft.Acting where = phone.workPlaces()
                .acting(form.draft().acting().role(), group.code(), null)
                .orElse(form.draft().acting());
        return form.withGroup(where, group.code(), group.leaderName());
    }

    MinutesForm moved(MinutesForm form, Views.Village village) {
        return form.withPlace(
                new Draft.Acting(form.draft().acting().role(), village.communeCode(), village.code(), null));
    }

    MinutesForm withNewAdvice(MinutesForm form) {
        List<MinutesForm.Advice> advice = form.advice();
        advice.add(new MinutesForm.Advice(phone.newId(), null, null, null));
        return form.withAdvice(advice);
    }

    /** What the roster says of the group; the rest stays open. */
    GroupFigures figures(@Nullable String groupCode) {
        Set<String> borrowers = new HashSet<>();
        long outstanding = 0;
        long overdue = 0;
        for (Views.Loan loan : phone.workList().loans()) {
            if (groupCode != null
                    && groupCode.equals(loan.groupCode())
                    && loan.status().equals("OPEN")) {
                borrowers.add(loan.borrowerName());
                outstanding += loan.outstanding() == null ? 0 : loan.outstanding();
                overdue += loan.overdue() == null ? 0 : loan.overdue();
            }
        }
        return borrowers.isEmpty()
                ? new GroupFigures(null, null, null, null, null, null, null)
                : new GroupFigures(outstanding, borrowers.size(), overdue, null, null, null, null);
    }

    /** Sheets 06/TD of that group that this phone has made this month. */
    int sheets(@Nullable String groupCode) {
        int sheets = 0;
        LocalDate month = today().withDayOfMonth(1);
        for (BookedRecord record : phone.store().book().all()) {
            if (record.kind() == RecordKind.CHECK_SHEET
                    && record.corrects() == null
                    && !DueDates.day(record.sealedAt()).isBefore(month)
                    && groupCode != null
                    && groupCode.equals(ReadItem.trusted(record.item()).body().groupCode())) {
                sheets++;
            }
        }
        return sheets;
    }

    /** Who may be meant: the leaders of the groups of the place. */
    List<Inspector> known(MinutesForm form, String leaderIs) {
        List<Inspector> known = new ArrayList<>();
        String only = form.draft().about().groupCode();
        for (Views.Group group : groups()) {
            String leader = group.leaderName();
            if (leader != null && (only == null || only.equals(group.code())) && known.size() < 5) {
                known.add(new Inspector(leader, leaderIs));
            }
        }
        return known;
    }
}

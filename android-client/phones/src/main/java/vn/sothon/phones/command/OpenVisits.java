package vn.sothon.phones.command;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.client.record.BookedRecord;
import vn.sothon.model.record.RecordKind;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.ReadItem;

/** Visits that were begun here and not yet closed by a sheet. */
final class OpenVisits {
    /** A visit to one group on one day. */
    record Visit(UUID id, @Nullable String groupCode, LocalDate day) {}

    private final OpenPhone phone;

    OpenVisits(OpenPhone phone) {
        this.phone = phone;
    }

    /** Today's open visit to the group, or a new one. */
    UUID today(@Nullable String groupCode) {
        LocalDate today = DueDates.day(phone.phone().clock().wall());
        return last(groupCode, true)
                .filter(visit -> visit.day().equals(today))
                .map(Visit::id)
                .orElseGet(phone.phone()::newId);
    }

    /** The open visit begun last; of this group only, if one is named. */
    Optional<Visit> last(@Nullable String groupCode, boolean onlyThatGroup) {
        Map<UUID, Visit> open = new LinkedHashMap<>();
        Set<UUID> closed = new HashSet<>();
        for (BookedRecord record : phone.store().book().all()) {
            UUID visitId = record.visitId();
            if (visitId == null) {
                continue;
            }
            if (record.kind() == RecordKind.CHECK_SHEET) {
                closed.add(visitId);
            } else if (record.kind() == RecordKind.LOAN_USE_CHECK) {
                String group = ReadItem.trusted(record.item()).body().groupCode();
                if (!onlyThatGroup || Objects.equals(group, groupCode)) {
                    open.put(visitId, new Visit(visitId, group, DueDates.day(record.sealedAt())));
                }
            }
        }
        return open.values().stream()
                .filter(visit -> !closed.contains(visit.id()))
                .reduce((earlier, later) -> later);
    }
}

package vn.sothon.server.plan.calendar;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.Ledger;
import vn.sothon.server.platform.ledger.LogEntry;

/** Marks reports as sent, and takes a mark back. */
@Singleton
public class DutyService {
    private final ReportingCalendar calendar;
    private final DutyStore store;
    private final PersonLookup people;
    private final AreaLookup places;
    private final ServerClock clock;

    DutyService(
            ReportingCalendar calendar, DutyStore store, PersonLookup people, AreaLookup places, ServerClock clock) {
        this.calendar = calendar;
        this.store = store;
        this.people = people;
        this.places = places;
        this.clock = clock;
    }

    /**
     * Marks a report.
     *
     * @param sentOn absent: today
     * @param sent false takes the mark back
     */
    public DatedDuty mark(
            Tx tx, UUID dutyId, int year, @Nullable LocalDate sentOn, String documentNumber, boolean sent, UUID person)
            throws SQLException {
        DatedDuty duty = calendar.ofYear(tx.connection(), areas(person), year).stream()
                .filter(each -> each.id().equals(dutyId))
                .findFirst()
                .orElseThrow(() -> new AdminRefused(
                        "UNKNOWN_DUTY", "The person's places owe no report with that id in " + year + "."));
        LocalDate day = sentOn == null ? clock.today() : sentOn;
        if (documentNumber.isBlank()) {
            throw new AdminRefused("REQUIRED", "Say under which number the report was sent.");
        }
        if (day.isAfter(clock.today())) {
            throw new AdminRefused("DAY_TOO_LATE", "A report cannot have been sent in the future.");
        }
        if (duty.isDone() == sent) {
            throw new AdminRefused(sent ? "DONE_ALREADY" : "NOT_DONE", "The report stands so already.");
        }
        DutyDone done = new DutyDone(UUID.randomUUID(), dutyId, day, documentNumber.strip(), person, sent, clock.now());
        store.insert(tx.connection(), duty, done);
        tx.log(new LogEntry(
                duty.areaCode(),
                LogEntry.Type.RESULT,
                done.id().toString(),
                done.hash(),
                clock.now(),
                null,
                sent ? "SENT" : "TAKEN_BACK"));
        return duty.done(sent ? done : null);
    }

    /** The communes and provinces a person works for; who keeps the server for the country works for all. */
    private List<String> areas(UUID person) {
        List<String> codes = new ArrayList<>();
        for (Grant grant :
                people.find(person).map(known -> known.grantsOn(clock.today())).orElse(List.of())) {
            if (grant.areaCode().equals(Ledger.COUNTRY)) {
                return places.all().stream().map(Area::code).toList();
            }
            if (grant.role() != ActingRole.VILLAGE_HEAD && grant.role() != ActingRole.GROUP_LEADER) {
                codes.addAll(places.path(grant.areaCode()));
            }
        }
        return codes;
    }
}

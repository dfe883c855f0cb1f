package vn.sothon.server.plan.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** The calendar of reports on the command line. */
@Factory
final class CalendarAdmin {
    private final ReportingCalendar calendar;
    private final DutyService service;
    private final AreaLookup areas;
    private final PersonLookup people;
    private final Writer writer;
    private final Days days;

    CalendarAdmin(
            ReportingCalendar calendar,
            DutyService service,
            AreaLookup areas,
            PersonLookup people,
            Writer writer,
            Days days) {
        this.calendar = calendar;
        this.service = service;
        this.areas = areas;
        this.people = people;
        this.writer = writer;
        this.days = days;
    }

    /** Reading, and what day it is. */
    @Singleton
    record Days(TransactionOperations<Connection> transactions, ServerClock clock) {}

    @Singleton
    @Named("plan.calendar")
    AdminCommand list() {
        return AdminCommand.of("plan.calendar", args -> {
            Year wanted = Json.tolerant(args, Year.class);
            return Json.tree(duties(wanted.areaCode(), year(wanted.year())));
        });
    }

    @Singleton
    @Named("plan.reported")
    AdminCommand mark() {
        return AdminCommand.of("plan.reported", args -> {
            Mark wanted = Json.tolerant(args, Mark.class);
            UUID person = people.one(wanted.person()).id();
            int year = year(wanted.year());
            List<DatedDuty> meant = duties(null, year).stream()
                    .filter(duty -> duty.id().toString().startsWith(wanted.duty()))
                    .toList();
            if (meant.size() != 1) {
                throw new AdminRefused(
                        "UNKNOWN_DUTY", meant.size() + " reports of " + year + " have an id that begins so.");
            }
            return Json.tree(writer.write(tx -> service.mark(
                    tx,
                    meant.get(0).id(),
                    year,
                    wanted.sentOn(),
                    wanted.documentNumber(),
                    !wanted.takeBack(),
                    person)));
        });
    }

    private List<DatedDuty> duties(@Nullable String area, int year) {
        List<String> codes = area == null ? areas.all().stream().map(Area::code).toList() : List.of(area);
        return days.transactions().executeRead(status -> calendar.ofYear(status.getConnection(), codes, year));
    }

    private int year(@Nullable Integer stated) {
        return Objects.requireNonNullElse(stated, days.clock().today().getYear());
    }

    record Year(@JsonProperty("year") @Nullable Integer year, @JsonProperty("areaCode") @Nullable String areaCode) {}

    record Mark(
            @JsonProperty(value = "duty", required = true) String duty,
            @JsonProperty("year") @Nullable Integer year,
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty(value = "documentNumber", required = true) String documentNumber,
            @JsonProperty("sentOn") @Nullable LocalDate sentOn,
            @JsonProperty("takeBack") boolean takeBack) {}
}

package vn.sothon.server.plan.calendar;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.access.Caller;
import vn.sothon.server.access.Scopes;
import vn.sothon.server.plan.PlanRefusals;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** The reports that the plans of the caller's places, and of those above, ask for. */
@Controller("/api/v1/reporting-duties")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CalendarController {
    private final ReportingCalendar calendar;
    private final DutyService service;
    private final Scopes scopes;
    private final Writer writer;
    private final TransactionOperations<Connection> transactions;
    private final ServerClock clock;

    CalendarController(
            ReportingCalendar calendar,
            DutyService service,
            Scopes scopes,
            Writer writer,
            TransactionOperations<Connection> transactions,
            ServerClock clock) {
        this.calendar = calendar;
        this.service = service;
        this.scopes = scopes;
        this.writer = writer;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Duties(@JsonProperty("year") int year, @JsonProperty("duties") List<DatedDuty> duties) {}

    /** @param sent absent: true; false takes the mark back */
    record Mark(
            @JsonProperty(value = "year", required = true) int year,
            @JsonProperty(value = "documentNumber", required = true) String documentNumber,
            @JsonProperty("sentOn") @Nullable LocalDate sentOn,
            @JsonProperty("sent") @Nullable Boolean sent) {}

    /** A year's, the earliest first; absent: this year's. */
    @Get(produces = MediaType.APPLICATION_JSON)
    String duties(Caller caller, @Nullable @QueryValue Integer year) {
        LocalDate today = clock.today();
        int wanted = year == null ? today.getYear() : year;
        if (Math.abs(wanted - today.getYear()) > 100) {
            throw PlanRefusals.of(new AdminRefused("YEAR", "A year near this one."));
        }
        var places = scopes.of(caller, today).partitions();
        return Json.write(new Duties(
                wanted, transactions.executeRead(status -> calendar.ofYear(status.getConnection(), places, wanted))));
    }

    /** Marks one as sent, for somebody who works for the place above the village; answers it as it stands. */
    @Post(uri = "/{dutyId}", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    String mark(Caller caller, UUID dutyId, @Body String body) {
        try {
            Mark mark = Json.strict(body, Mark.class);
            return Json.write(writer.write(tx -> service.mark(
                    tx,
                    dutyId,
                    mark.year(),
                    mark.sentOn(),
                    mark.documentNumber(),
                    !Boolean.FALSE.equals(mark.sent()),
                    caller.personId())));
        } catch (JsonRefused e) {
            throw PlanRefusals.of(e);
        } catch (AdminRefused e) {
            throw PlanRefusals.of(e);
        }
    }
}

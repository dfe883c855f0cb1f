package vn.sothon.server.console.plans;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionOperations;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.office.Names;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.calendar.DatedDuty;
import vn.sothon.server.plan.calendar.DutyService;
import vn.sothon.server.plan.calendar.ReportingCalendar;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.http.Refusal;
import vn.sothon.server.platform.ledger.Ledger;

/** Who owes which report to whom and by when, and which went out? */
@Hidden
@Controller("/plans/reports")
@InSection(Section.PLANS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportsController {
    private static final String ONE = "plans/report";

    private final ReportingCalendar calendar;
    private final DutyService service;
    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final Around around;
    private final AccessLog log;

    ReportsController(
            ReportingCalendar calendar,
            DutyService service,
            TransactionOperations<Connection> transactions,
            Writer writer,
            Around around,
            AccessLog log) {
        this.calendar = calendar;
        this.service = service;
        this.transactions = transactions;
        this.writer = writer;
        this.around = around;
        this.log = log;
    }

    @Singleton
    record Around(AreaLookup areas, Names names, Pages pages) {}

    /** The reports of a year, those without a day last. */
    public record Year(int year, List<DatedDuty> duties, LocalDate today, Names names) {
        public long late() {
            return duties.stream().filter(duty -> duty.isLate(today)).count();
        }
    }

    public record One(DatedDuty duty, boolean mine, LocalDate today, Names names, Form form) {}

    @Get
    HttpResponse<String> year(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable Integer year) {
        int shown = near(visitor, year);
        return around.pages()
                .show(
                        request,
                        "plans/reports",
                        new Year(shown, duties(visitor, shown), visitor.today(), around.names()));
    }

    @Get("/{year}/{duty}")
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, int year, UUID duty) {
        Form form = Form.empty().with("sentOn", visitor.today().toString());
        return around.pages().show(request, ONE, page(visitor, year, duty, form));
    }

    /** Marks it as sent; {@code taken-back} takes the mark back. */
    @Post(value = "/{year}/{duty}", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> mark(
            HttpRequest<?> request, Visitor visitor, int year, UUID duty, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        One page = page(visitor, year, duty, form);
        if (!page.mine()) {
            throw new Refusal(HttpStatus.FORBIDDEN, "NOT_YOUR_SECTION");
        }
        boolean sent = !form.checked("taken-back");
        String number = form.required("documentNumber", 100);
        LocalDate day = form.day("sentOn").orElse(visitor.today());
        if (day.isAfter(visitor.today())) {
            form.refuse("sentOn", "plans.report.future");
        }
        if (form.isGood()) {
            try {
                writer.write(tx -> service.mark(tx, duty, near(visitor, year), day, number, sent, visitor.personId()));
                log.changed(visitor, Kind.PLAN, duty);
                return Pages.done(
                        "/plans/reports/" + year + "/" + duty, sent ? "done.report-sent" : "done.report-taken-back");
            } catch (AdminRefused e) {
                form.refuse(
                        "documentNumber",
                        e.code().equals("DONE_ALREADY") || e.code().equals("NOT_DONE")
                                ? "plans.report.already"
                                : "plans.refused.OTHER");
            }
        }
        return around.pages().refuse(request, ONE, page);
    }

    private One page(Visitor visitor, int year, UUID id, Form form) {
        DatedDuty duty = duties(visitor, near(visitor, year)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
        boolean mine = visitor.role() != ActingRole.PROVINCE_VIEWER;
        if (duty.done() != null && form.value("documentNumber").isEmpty()) {
            form.with("documentNumber", duty.done().documentNumber());
        }
        return new One(duty, mine, visitor.today(), around.names(), form);
    }

    /** Reports that plans of the visitor's place and of the places above it ask for. */
    private List<DatedDuty> duties(Visitor visitor, int year) {
        List<String> places = visitor.areaCode().equals(Ledger.COUNTRY)
                ? around.areas().all().stream().map(Area::code).toList()
                : around.areas().path(visitor.areaCode());
        return transactions.executeRead(status -> calendar.ofYear(status.getConnection(), places, year));
    }

    private static int near(Visitor visitor, @Nullable Integer year) {
        int now = visitor.today().getYear();
        return year == null || Math.abs(year - now) > 5 ? now : year;
    }
}

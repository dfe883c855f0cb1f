package vn.sothon.server.console.plans;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionOperations;
import io.swagger.v3.oas.annotations.Hidden;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.StepUp;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Writer;

/** One plan: what was read, what a person corrected, and its way into force and out of it. */
@Hidden
@Controller("/plans/{id}")
@InSection(Section.PLANS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanController {
    private final PlanReach reach;
    private final PlanLookup plans;
    private final PlanService service;
    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final AccessLog log;
    private final Pages pages;

    PlanController(
            PlanReach reach,
            PlanLookup plans,
            PlanService service,
            TransactionOperations<Connection> transactions,
            Writer writer,
            AccessLog log,
            Pages pages) {
        this.reach = reach;
        this.plans = plans;
        this.service = service;
        this.transactions = transactions;
        this.writer = writer;
        this.log = log;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id) {
        return pages.show(request, "plans/plan", page(visitor, reach.read(visitor, id), Form.empty()));
    }

    @Post(value = "/publish", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> publish(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        PlanView plan = reach.kept(visitor, id);
        Form form = Form.of(posted);
        LocalDate from = form.day("from").orElse(null);
        if (form.isGood()) {
            try {
                writer.write(tx -> service.publish(tx, id, from, plan.areaCode(), null));
                log.changed(visitor, Kind.PLAN, id);
                return Pages.done("/plans/" + id, "done.plan-published");
            } catch (AdminRefused e) {
                form.refuse("from", PlanPage.refusal(e.code()));
            }
        }
        return pages.refuse(request, "plans/plan", page(visitor, plan, form));
    }

    @Post(value = "/withdraw", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> withdraw(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        PlanView plan = reach.kept(visitor, id);
        HttpResponse<String> first = StepUp.before(visitor, "/plans/" + id).orElse(null);
        if (first != null) {
            return first;
        }
        Form form = Form.of(posted);
        LocalDate last = form.day("last").orElse(null);
        if (form.isGood()) {
            try {
                writer.write(tx -> {
                    service.withdraw(tx, id, last);
                    return id;
                });
                log.changed(visitor, Kind.PLAN, id);
                return Pages.done("/plans/" + id, "done.plan-withdrawn");
            } catch (AdminRefused e) {
                form.refuse("last", PlanPage.refusal(e.code()));
            }
        }
        return pages.refuse(request, "plans/plan", page(visitor, plan, form));
    }

    private PlanPage page(Visitor visitor, PlanView plan, Form form) {
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            return PlanPage.of(
                    plan,
                    plans.document(connection, plan.id()).orElseThrow(),
                    plans.corrections(connection, plan.id()),
                    plans.changes(connection, plan.id()),
                    plans.list(connection).stream()
                            .filter(other -> plan.line() != null && plan.line().equals(other.line()))
                            .toList(),
                    plan.line() == null ? List.of() : plans.tasks(connection, plan.id()),
                    reach.keeps(visitor, plan),
                    form);
        });
    }
}

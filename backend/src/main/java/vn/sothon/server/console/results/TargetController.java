package vn.sothon.server.console.results;

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
import java.math.BigDecimal;
import java.sql.Connection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.office.Names;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.plans.PlanReach;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.result.TargetFigure;
import vn.sothon.server.plan.result.TargetService;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.http.Refusal;

/** Which figure did this target come to, period by period? */
@Hidden
@Controller("/results/targets/{plan}/{target}")
@InSection(Section.RESULTS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TargetController {
    private static final String ONE = "results/target";

    private final PlanReach reach;
    private final TargetService service;
    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final Shown shown;
    private final AccessLog log;

    TargetController(
            PlanReach reach,
            TargetService service,
            TransactionOperations<Connection> transactions,
            Writer writer,
            Shown shown,
            AccessLog log) {
        this.reach = reach;
        this.service = service;
        this.transactions = transactions;
        this.writer = writer;
        this.shown = shown;
        this.log = log;
    }

    @Singleton
    record Shown(Pages pages, Names names) {}

    /** One target; {@code corrected} is the figure the form corrects. */
    public record One(
            PlanView plan, Goal goal, @Nullable TargetFigure corrected, boolean mine, Form form, Names names) {}

    @Get
    HttpResponse<String> one(
            HttpRequest<?> request, Visitor visitor, UUID plan, UUID target, @QueryValue @Nullable UUID corrects) {
        Form form = Form.empty()
                .with("id", UUID.randomUUID().toString())
                .with("period", String.valueOf(visitor.today().getYear()))
                .with("corrects", corrects == null ? "" : corrects.toString());
        One page = page(visitor, plan, target, form);
        TargetFigure corrected = page.corrected();
        if (corrected != null) {
            form.with("period", corrected.period())
                    .with("figure", corrected.figure().toPlainString().replace('.', ','))
                    .with("documentNumber", corrected.documentNumber());
        }
        return shown.pages().show(request, ONE, page);
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> enter(
            HttpRequest<?> request, Visitor visitor, UUID plan, UUID target, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        One page = page(visitor, plan, target, form);
        if (!page.mine()) {
            throw new Refusal(HttpStatus.FORBIDDEN, "NOT_YOUR_SECTION");
        }
        String period = form.required("period", 7);
        BigDecimal figure = form.decimal("figure").orElse(BigDecimal.ZERO);
        String number = form.optional("documentNumber", 100);
        if (form.isGood()) {
            TargetFigure corrected = page.corrected();
            TargetService.Entry entry = new TargetService.Entry(
                    Ids.of(form.value("id")).orElseGet(UUID::randomUUID),
                    period,
                    figure,
                    number,
                    corrected == null ? null : corrected.id(),
                    corrected != null && form.checked("nothing"));
            try {
                TargetFigure entered =
                        writer.write(tx -> service.enter(tx, page.plan(), target, entry, visitor.personId()));
                log.changed(visitor, Kind.RESULT, entered.id());
                return Pages.done("/results/targets/" + plan + "/" + target, "done.result-entered");
            } catch (AdminRefused e) {
                form.refuse(e.code().equals("PERIOD") ? "period" : "figure", Ids.refusal(e));
            }
        }
        return shown.pages().refuse(request, ONE, page);
    }

    private One page(Visitor visitor, UUID planId, UUID target, Form form) {
        PlanView plan = reach.read(visitor, planId);
        if (plan.line() == null) {
            throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        }
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            Goal goal = service.of(connection, plan).stream()
                    .filter(each -> each.id().equals(target))
                    .map(Goal::of)
                    .findFirst()
                    .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
            UUID corrects = Ids.of(form.value("corrects")).orElse(null);
            TargetFigure corrected = goal.standing().stream()
                    .filter(figure -> figure.id().equals(corrects))
                    .findFirst()
                    .orElse(null);
            if (corrects != null && corrected == null) {
                throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
            }
            boolean mine = service.mayEnter(connection, plan, goal.goal(), visitor.personId());
            return new One(plan, goal, corrected, mine, form, shown.names());
        });
    }
}

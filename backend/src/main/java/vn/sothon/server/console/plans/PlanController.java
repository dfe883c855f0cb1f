package vn.sothon.server.console.plans;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.StepUp;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanReview;
import vn.sothon.server.plan.PlanReview.Hand;
import vn.sothon.server.plan.PlanService;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Writer;

/** One plan: what was read beside what is printed, corrections, and its way into force and out of it. */
@Hidden
@Controller("/plans/{id}")
@InSection(Section.PLANS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanController {
    private static final Set<String> LISTS = Set.of("leadUnits", "executingUnits", "coordinatingUnits", "products");
    private static final int LONGEST = 8_000;

    private final PlanReach reach;
    private final PlanLookup plans;
    private final PlanService service;
    private final PlanReview review;
    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final AccessLog log;
    private final Pages pages;

    PlanController(
            PlanReach reach,
            PlanLookup plans,
            PlanService service,
            PlanReview review,
            TransactionOperations<Connection> transactions,
            Writer writer,
            AccessLog log,
            Pages pages) {
        this.reach = reach;
        this.plans = plans;
        this.service = service;
        this.review = review;
        this.transactions = transactions;
        this.writer = writer;
        this.log = log;
        this.pages = pages;
    }

    @Get
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id) {
        return pages.show(request, "plans/plan", page(visitor, reach.read(visitor, id), Form.empty()));
    }

    /** The same value again confirms a doubtful reading. */
    @Post(value = "/correct", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> correct(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        PlanView plan = reach.kept(visitor, id);
        Form form = Form.of(posted);
        String task = form.optional("task", 40);
        String field = form.required("field", 40);
        String value = form.optional("value", LONGEST);
        String reason = form.required("reason", 300);
        if (form.isGood()) {
            try {
                Hand hand = new Hand(visitor.name(), reason);
                writer.write(tx -> {
                    review.correct(tx, id, task, field, json(field, value), hand);
                    return id;
                });
                log.changed(visitor, Kind.PLAN, id);
                return Pages.done("/plans/" + id + (task == null ? "" : "#task-" + task), "done.plan-corrected");
            } catch (AdminRefused e) {
                form.refuse("value", "plans.value-refused");
            }
        }
        return pages.refuse(request, "plans/plan", page(visitor, plan, form));
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
                    reach.keeps(visitor, plan),
                    form);
        });
    }

    /** A list is typed one entry a line. */
    private static @Nullable JsonNode json(String field, @Nullable String value) {
        if (!LISTS.contains(field)) {
            return value == null ? null : JsonNodeFactory.instance.textNode(value);
        }
        ArrayNode entries = JsonNodeFactory.instance.arrayNode();
        if (value != null) {
            value.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(entries::add);
        }
        return entries;
    }
}

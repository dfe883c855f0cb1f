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
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Inside;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanReview;
import vn.sothon.server.plan.PlanReview.Hand;
import vn.sothon.server.plan.PlanSources;
import vn.sothon.server.plan.PlanStatus;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.TypedPlan;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.http.Refusal;

/** Was this task read as the document has it? One task at a time, beside the text it was read from. */
@Hidden
@Controller("/plans/{id}/review")
@InSection(Section.PLANS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReviewController {
    private static final String PAGE = "plans/review";
    private static final String ADD = "plans/add";

    private final PlanReach reach;
    private final PlanReview review;
    private final Reading reading;
    private final Writer writer;
    private final AccessLog log;
    private final Pages pages;

    ReviewController(PlanReach reach, PlanReview review, Reading reading, Writer writer, AccessLog log, Pages pages) {
        this.reach = reach;
        this.review = review;
        this.reading = reading;
        this.writer = writer;
        this.log = log;
        this.pages = pages;
    }

    /** What a review is made from. */
    @Singleton
    record Reading(
            TransactionOperations<Connection> transactions, PlanLookup plans, PlanSources sources, Texts texts) {}

    /** A task to be put in behind another; {@code after} absent: as the first of an empty plan. */
    public record Adding(PlanView plan, @Nullable String after, Form form) {}

    @Get
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id, @QueryValue @Nullable String task) {
        return pages.show(request, PAGE, page(kept(visitor, id), task, null));
    }

    /** Fields that were changed are corrected, those that were doubtful and stand as they are are confirmed. */
    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> settle(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        PlanView plan = kept(visitor, id);
        Form form = Form.of(posted);
        String key = form.value("task");
        ReviewPage page = page(plan, key, form);
        ReviewForm.Read read = ReviewForm.read(form, page.reviewed(), page.isDraft());
        String confirmed = reading.texts().say(Looking.locale(request), "plans.review.confirmed");
        String reason =
                form.value("reason").isEmpty() && !read.changesWords() ? confirmed : form.required("reason", 300);
        if (form.isGood()) {
            String[] at = {"content"};
            try {
                writer.write(tx -> {
                    for (ReviewForm.Step step : read.steps()) {
                        at[0] = step.field();
                        review.correct(tx, id, key, step.field(), step.value(), new Hand(visitor.name(), reason));
                    }
                    return id;
                });
                log.changed(visitor, Kind.PLAN, id);
                String now = read.newKey() == null ? key : read.newKey();
                return Pages.done(path(id, form.checked("next") ? page.next() : now), "done.plan-corrected");
            } catch (AdminRefused e) {
                form.refuse(at[0], PlanPage.refusal(e.code()));
            }
        }
        return pages.refuse(request, PAGE, page);
    }

    @Post(value = "/remove", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> remove(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        return act(request, visitor, id, posted, "remove-reason", (tx, page, key, hand) -> {
            review.removeTask(tx, id, key, hand);
            return page.next() == null ? page.previous() : page.next();
        });
    }

    /** Its words go behind those of the task before it. */
    @Post(value = "/merge", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> merge(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        return act(request, visitor, id, posted, "merge-reason", (tx, page, key, hand) -> {
            String into = page.previous();
            if (into == null) {
                throw new AdminRefused("SAME_TASK", "There is no task before it.");
            }
            review.merge(tx, id, key, into, hand);
            return into;
        });
    }

    @Get("/add")
    HttpResponse<String> adding(HttpRequest<?> request, Visitor visitor, UUID id, @QueryValue @Nullable String after) {
        return pages.show(
                request, ADD, new Adding(draft(visitor, id), after, Form.empty().with("after", after)));
    }

    @Post(value = "/add", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> add(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        PlanView plan = draft(visitor, id);
        Form form = Form.of(posted);
        String after = form.optional("after", 40);
        String key = form.required("key", 40);
        TypedPlan.Row row = new TypedPlan.Row(
                key,
                null,
                form.required("content", ReviewForm.LONGEST),
                form.optional("lead", ReviewForm.LONGEST),
                form.optional("executing", ReviewForm.LONGEST),
                form.optional("coordinating", ReviewForm.LONGEST),
                form.optional("products", ReviewForm.LONGEST),
                form.optional("time", 500));
        String reason = form.required("reason", 300);
        if (form.isGood()) {
            try {
                writer.write(tx -> {
                    review.addTask(tx, id, after, row, new Hand(visitor.name(), reason));
                    return id;
                });
                log.changed(visitor, Kind.PLAN, id);
                return Pages.done(path(id, key), "done.task-added");
            } catch (AdminRefused e) {
                form.refuse("key", PlanPage.refusal(e.code()));
            }
        }
        return pages.refuse(request, ADD, new Adding(plan, after, form));
    }

    /** Something done to a whole task; the key of the task to be looked at next. */
    private interface Act {
        @Nullable
        String on(Tx tx, ReviewPage page, String key, Hand hand) throws SQLException;
    }

    private HttpResponse<String> act(
            HttpRequest<?> request, Visitor visitor, UUID id, Map<String, Object> posted, String reasonField, Act act) {
        PlanView plan = draft(visitor, id);
        Form form = Form.of(posted);
        String key = form.value("task");
        String reason = form.required(reasonField, 300);
        ReviewPage page = page(plan, key, form);
        if (form.isGood()) {
            try {
                // An empty key stands for none: a transaction always has a result.
                String then = writer.write(tx -> {
                    String next = act.on(tx, page, key, new Hand(visitor.name(), reason));
                    return next == null ? "" : next;
                });
                log.changed(visitor, Kind.PLAN, id);
                return Pages.done(then.isEmpty() ? "/plans/" + id : path(id, then), "done.plan-corrected");
            } catch (AdminRefused e) {
                form.refuse(reasonField, PlanPage.refusal(e.code()));
            }
        }
        return pages.refuse(request, PAGE, page);
    }

    private static String path(UUID id, @Nullable String key) {
        return key == null ? "/plans/" + id : "/plans/" + id + "/review?task=" + Inside.encoded(key);
    }

    private PlanView kept(Visitor visitor, UUID id) {
        PlanView plan = reach.kept(visitor, id);
        if (plan.status() != PlanStatus.DRAFT && plan.status() != PlanStatus.PUBLISHED) {
            throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        }
        return plan;
    }

    private PlanView draft(Visitor visitor, UUID id) {
        PlanView plan = reach.kept(visitor, id);
        if (plan.status() != PlanStatus.DRAFT) {
            throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
        }
        return plan;
    }

    private ReviewPage page(PlanView plan, @Nullable String key, @Nullable Form form) {
        return reading.transactions().executeRead(status -> {
            Connection connection = status.getConnection();
            ImportedPlan document =
                    reading.plans().document(connection, plan.id()).orElseThrow();
            return ReviewPage.of(plan, document, reading.sources().of(connection, plan.id()), key, form)
                    .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
        });
    }
}

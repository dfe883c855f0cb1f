package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.access.Caller;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.plan.PlanReview.Hand;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ImportedTask;
import vn.sothon.server.plan.importer.TypedPlan;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Plans typed by hand over the wire: drafts, reviewed and published like any other. */
@Controller("/api/v1/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlansController {
    private final PlanService plans;
    private final PlanReview review;
    private final VisiblePlans visible;
    private final PersonLookup people;
    private final Writer writer;
    private final ServerClock clock;
    private final TypedPlan typed;

    PlansController(
            PlanService plans,
            PlanReview review,
            VisiblePlans visible,
            PersonLookup people,
            Writer writer,
            ServerClock clock) {
        this.plans = plans;
        this.review = review;
        this.visible = visible;
        this.people = people;
        this.writer = writer;
        this.clock = clock;
        TaskClassifier classifier = new TaskClassifier();
        this.typed = new TypedPlan(task -> classifier.classify(task.content(), task.products()));
    }

    /** @param id chosen by the caller, so that a repeated call makes one plan; absent: a new plan each time */
    record New(
            @JsonProperty("id") @Nullable UUID id,
            @JsonProperty(value = "title", required = true) String title,
            @JsonProperty(value = "issuer", required = true) String issuer,
            @JsonProperty("level") @Nullable PlanLevel level,
            @JsonProperty("number") @Nullable String number,
            @JsonProperty("date") @Nullable LocalDate date,
            @JsonProperty(value = "areaCode", required = true) String areaCode) {}

    /** {@code after} absent: behind the last task. */
    record AddTask(
            @JsonProperty("after") @Nullable String after,
            @JsonProperty(value = "task", required = true) TypedPlan.Row task,
            @JsonProperty(value = "reason", required = true) String reason) {}

    /** An empty draft for a place whose plans the caller keeps; answers {@code {planId, status, known}}. */
    @Post(consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    String begin(Caller caller, @Body String body) {
        try {
            New wanted = Json.strict(body, New.class);
            if (!visible.keeps(caller, wanted.areaCode())) {
                throw new AdminRefused("NOT_YOUR_PLACE", "Only those who lead a place write its plans.");
            }
            ImportedPlan plan =
                    TypedPlan.empty(wanted.title(), wanted.issuer(), wanted.level(), wanted.number(), wanted.date());
            UUID chosen = wanted.id() == null ? UUID.randomUUID() : wanted.id();
            String source = Seals.sha256("typed " + caller.personId() + " " + chosen);
            return Json.write(
                    writer.write(tx -> plans.importDraft(tx, plan, "", source, wanted.areaCode(), clock.now())));
        } catch (JsonRefused e) {
            throw PlanRefusals.of(e);
        } catch (AdminRefused e) {
            throw PlanRefusals.of(e);
        }
    }

    /** A task of a draft; answers it as read, with what it accepts. */
    @Post(uri = "/{planId}/tasks", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    String addTask(Caller caller, UUID planId, @Body String body) {
        try {
            AddTask wanted = Json.strict(body, AddTask.class);
            ImportedTask task = typed.task(wanted.task(), 0);
            Hand hand = hand(caller, wanted.reason());
            return Json.write(writer.write(tx -> {
                PlanView plan = visible.draft(tx.connection(), caller, planId);
                review.addTask(tx, plan.id(), wanted.after(), task, hand);
                return task;
            }));
        } catch (JsonRefused e) {
            throw PlanRefusals.of(e);
        } catch (AdminRefused e) {
            throw PlanRefusals.of(e);
        }
    }

    @Delete("/{planId}/tasks/{key}")
    @Status(HttpStatus.NO_CONTENT)
    void removeTask(Caller caller, UUID planId, String key, @QueryValue String reason) {
        try {
            Hand hand = hand(caller, reason);
            writer.write(tx -> {
                PlanView plan = visible.draft(tx.connection(), caller, planId);
                review.removeTask(tx, plan.id(), key, hand);
                return plan;
            });
        } catch (AdminRefused e) {
            throw PlanRefusals.of(e);
        }
    }

    private Hand hand(Caller caller, String reason) {
        String name = people.find(caller.personId()).map(Person::name).orElse(String.valueOf(caller.personId()));
        return new Hand(name, reason);
    }
}

package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.plan.PlanReview.Hand;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ImportedTask;
import vn.sothon.server.plan.importer.TypedPlan;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Plans typed by hand, task by task: drafts like any other, with the same review and the same checks. */
@Factory
final class PlanTypingAdmin {
    private final PlanService plans;
    private final PlanReview review;
    private final PlanFinder finder;
    private final Writer writer;
    private final ServerClock clock;
    private final TypedPlan typed;

    PlanTypingAdmin(PlanService plans, PlanReview review, PlanFinder finder, Writer writer, ServerClock clock) {
        this.plans = plans;
        this.review = review;
        this.finder = finder;
        this.writer = writer;
        this.clock = clock;
        TaskClassifier classifier = new TaskClassifier();
        this.typed = new TypedPlan(task -> classifier.classify(task.content(), task.products()));
    }

    @Singleton
    @Named("plan.new")
    AdminCommand begin() {
        return AdminCommand.of("plan.new", args -> {
            New wanted = Json.tolerant(args, New.class);
            ImportedPlan plan =
                    TypedPlan.empty(wanted.title(), wanted.issuer(), wanted.level(), wanted.number(), wanted.date());
            // There is no file to know it again by.
            String source = Seals.sha256("typed " + UUID.randomUUID());
            return Json.tree(
                    writer.write(tx -> plans.importDraft(tx, plan, "", source, wanted.areaCode(), clock.now())));
        });
    }

    @Singleton
    @Named("plan.addTask")
    AdminCommand addTask() {
        return AdminCommand.of("plan.addTask", args -> {
            AddTask wanted = Json.tolerant(args, AddTask.class);
            PlanView plan = finder.known(wanted.plan());
            ImportedTask task = typed.task(wanted.task(), 0);
            Hand hand = new Hand(wanted.byWhom(), wanted.reason());
            writer.write(tx -> {
                review.addTask(tx, plan.id(), wanted.after(), task, hand);
                return task;
            });
            return Json.tree(task);
        });
    }

    @Singleton
    @Named("plan.removeTask")
    AdminCommand removeTask() {
        return AdminCommand.of("plan.removeTask", args -> {
            RemoveTask wanted = Json.tolerant(args, RemoveTask.class);
            UUID id = finder.known(wanted.plan()).id();
            writer.write(tx -> {
                review.removeTask(tx, id, wanted.taskKey(), new Hand(wanted.byWhom(), wanted.reason()));
                return id;
            });
            return Json.tree(finder.known(id.toString()));
        });
    }

    record New(
            @JsonProperty(value = "title", required = true) String title,
            @JsonProperty(value = "issuer", required = true) String issuer,
            @JsonProperty("level") @Nullable PlanLevel level,
            @JsonProperty("number") @Nullable String number,
            @JsonProperty("date") @Nullable LocalDate date,
            @JsonProperty("areaCode") @Nullable String areaCode) {}

    /** {@code after} absent: behind the last task. */
    record AddTask(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty("after") @Nullable String after,
            @JsonProperty(value = "task", required = true) TypedPlan.Row task,
            @JsonProperty(value = "byWhom", required = true) String byWhom,
            @JsonProperty(value = "reason", required = true) String reason) {}

    record RemoveTask(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty(value = "taskKey", required = true) String taskKey,
            @JsonProperty(value = "byWhom", required = true) String byWhom,
            @JsonProperty(value = "reason", required = true) String reason) {}
}

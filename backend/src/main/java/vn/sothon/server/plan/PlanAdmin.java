package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.plan.PlanReview.Hand;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.SourceLine;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Plans on the command line. */
@Factory
final class PlanAdmin {
    private final PlanService plans;
    private final PlanReview review;
    private final PlanFinder finder;
    private final PlanSources sources;
    private final Writer writer;
    private final ServerClock clock;

    PlanAdmin(
            PlanService plans,
            PlanReview review,
            PlanFinder finder,
            PlanSources sources,
            Writer writer,
            ServerClock clock) {
        this.sources = sources;
        this.plans = plans;
        this.review = review;
        this.finder = finder;
        this.writer = writer;
        this.clock = clock;
    }

    @Singleton
    @Named("plan.import")
    AdminCommand importing() {
        return AdminCommand.of("plan.import", args -> {
            Import wanted = Json.tolerant(args, Import.class);
            return Json.tree(writer.write(tx -> {
                PlanService.Imported draft = plans.importDraft(
                        tx, wanted.plan(), wanted.sourceName(), wanted.sourceSha256(), wanted.areaCode(), clock.now());
                sources.keep(tx, draft.planId(), wanted.lines());
                return draft;
            }));
        });
    }

    @Singleton
    @Named("plan.publish")
    AdminCommand publish() {
        return AdminCommand.of("plan.publish", args -> {
            Publish wanted = Json.tolerant(args, Publish.class);
            UUID id = finder.known(wanted.plan()).id();
            UUID replaces = wanted.replaces() == null
                    ? null
                    : finder.known(wanted.replaces()).id();
            return Json.tree(writer.write(tx -> plans.publish(tx, id, wanted.from(), wanted.areaCode(), replaces)));
        });
    }

    @Singleton
    @Named("plan.withdraw")
    AdminCommand withdraw() {
        return AdminCommand.of("plan.withdraw", args -> {
            Withdraw wanted = Json.tolerant(args, Withdraw.class);
            UUID id = finder.known(wanted.plan()).id();
            writer.write(tx -> {
                plans.withdraw(tx, id, wanted.lastDay());
                return id;
            });
            return Json.tree(finder.known(id.toString()));
        });
    }

    @Singleton
    @Named("plan.correct")
    AdminCommand correct() {
        return AdminCommand.of("plan.correct", args -> {
            Correct wanted = Json.tolerant(args, Correct.class);
            UUID id = finder.known(wanted.plan()).id();
            writer.write(tx -> {
                Hand hand = new Hand(wanted.byWhom(), wanted.reason());
                if (Boolean.TRUE.equals(wanted.confirm())) {
                    review.confirm(tx, id, wanted.taskKey(), wanted.field(), hand);
                } else {
                    review.correct(tx, id, wanted.taskKey(), wanted.field(), wanted.value(), hand);
                }
                return id;
            });
            return Json.tree(finder.known(id.toString()));
        });
    }

    record Import(
            @JsonProperty(value = "plan", required = true) ImportedPlan plan,
            @JsonProperty(value = "sourceName", required = true) String sourceName,
            @JsonProperty(value = "sourceSha256", required = true) String sourceSha256,
            @JsonProperty("areaCode") @Nullable String areaCode,
            @JsonProperty("lines") List<SourceLine> lines) {
        Import {
            lines = lines == null ? List.of() : List.copyOf(lines);
        }
    }

    record Publish(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty("from") @Nullable LocalDate from,
            @JsonProperty("areaCode") @Nullable String areaCode,
            @JsonProperty("replaces") @Nullable String replaces) {}

    record Withdraw(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty("lastDay") @Nullable LocalDate lastDay) {}

    record Correct(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty("taskKey") @Nullable String taskKey,
            @JsonProperty(value = "field", required = true) String field,
            @JsonProperty("value") @Nullable JsonNode value,
            @JsonProperty("confirm") @Nullable Boolean confirm,
            @JsonProperty(value = "byWhom", required = true) String byWhom,
            @JsonProperty(value = "reason", required = true) String reason) {}
}

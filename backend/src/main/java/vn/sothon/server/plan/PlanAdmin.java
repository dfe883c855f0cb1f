package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.plan.PlanReview.Hand;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Plans on the command line. */
@Factory
final class PlanAdmin {
    private final PlanService plans;
    private final PlanReview review;
    private final PlanLookup lookup;
    private final Writer writer;
    private final TransactionOperations<Connection> transactions;
    private final ServerClock clock;

    PlanAdmin(
            PlanService plans,
            PlanReview review,
            PlanLookup lookup,
            Writer writer,
            TransactionOperations<Connection> transactions,
            ServerClock clock) {
        this.plans = plans;
        this.review = review;
        this.lookup = lookup;
        this.writer = writer;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Singleton
    @Named("plan.import")
    AdminCommand importing() {
        return AdminCommand.of("plan.import", args -> {
            Import wanted = Json.tolerant(args, Import.class);
            return Json.tree(writer.write(tx -> plans.importDraft(
                    tx, wanted.plan(), wanted.sourceName(), wanted.sourceSha256(), wanted.areaCode(), clock.now())));
        });
    }

    @Singleton
    @Named("plan.publish")
    AdminCommand publish() {
        return AdminCommand.of("plan.publish", args -> {
            Publish wanted = Json.tolerant(args, Publish.class);
            UUID id = known(wanted.plan()).id();
            UUID replaces =
                    wanted.replaces() == null ? null : known(wanted.replaces()).id();
            return Json.tree(writer.write(tx -> plans.publish(tx, id, wanted.from(), wanted.areaCode(), replaces)));
        });
    }

    @Singleton
    @Named("plan.withdraw")
    AdminCommand withdraw() {
        return AdminCommand.of("plan.withdraw", args -> {
            Withdraw wanted = Json.tolerant(args, Withdraw.class);
            UUID id = known(wanted.plan()).id();
            writer.write(tx -> {
                plans.withdraw(tx, id, wanted.lastDay());
                return id;
            });
            return Json.tree(known(id.toString()));
        });
    }

    @Singleton
    @Named("plan.correct")
    AdminCommand correct() {
        return AdminCommand.of("plan.correct", args -> {
            Correct wanted = Json.tolerant(args, Correct.class);
            UUID id = known(wanted.plan()).id();
            writer.write(tx -> {
                review.correct(
                        tx,
                        id,
                        wanted.taskKey(),
                        wanted.field(),
                        wanted.value(),
                        new Hand(wanted.byWhom(), wanted.reason()));
                return id;
            });
            return Json.tree(known(id.toString()));
        });
    }

    @Singleton
    @Named("plan.list")
    AdminCommand list() {
        return AdminCommand.of("plan.list", args -> Json.tree(all()));
    }

    /** The reading as it now stands, what was corrected, and how it differs from the version before. */
    @Singleton
    @Named("plan.show")
    AdminCommand show() {
        return AdminCommand.of("plan.show", args -> {
            UUID id = known(Json.tolerant(args, Show.class).plan()).id();
            return transactions.executeRead(status -> {
                Connection connection = status.getConnection();
                ObjectNode shown = JsonNodeFactory.instance.objectNode();
                shown.set("plan", Json.tree(lookup.find(connection, id).orElseThrow()));
                shown.set("document", Json.tree(lookup.document(connection, id).orElseThrow()));
                shown.set("corrections", Json.tree(lookup.corrections(connection, id)));
                shown.set("changes", Json.tree(lookup.changes(connection, id)));
                return shown;
            });
        });
    }

    private List<PlanView> all() {
        return transactions.executeRead(status -> lookup.list(status.getConnection()));
    }

    /** The version meant by its id or the beginning of it; the id of a line means its newest version. */
    private PlanView known(String wanted) {
        List<PlanView> versions = all();
        List<PlanView> fitting = versions.stream()
                .filter(plan -> plan.id().toString().startsWith(wanted))
                .toList();
        if (fitting.size() > 1) {
            throw new AdminRefused("AMBIGUOUS", "Several plans have an id that begins with " + wanted + ".");
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        return versions.stream()
                .filter(plan -> String.valueOf(plan.line()).equals(wanted))
                .max(Comparator.comparing(plan -> Objects.requireNonNullElse(plan.version(), 0)))
                .orElseThrow(() -> new AdminRefused("UNKNOWN_PLAN", "No plan has the id " + wanted + "."));
    }

    record Import(
            @JsonProperty(value = "plan", required = true) ImportedPlan plan,
            @JsonProperty(value = "sourceName", required = true) String sourceName,
            @JsonProperty(value = "sourceSha256", required = true) String sourceSha256,
            @JsonProperty("areaCode") @Nullable String areaCode) {}

    record Publish(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty("from") @Nullable LocalDate from,
            @JsonProperty("areaCode") @Nullable String areaCode,
            @JsonProperty("replaces") @Nullable String replaces) {}

    record Withdraw(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty("lastDay") @Nullable LocalDate lastDay) {}

    record Show(@JsonProperty(value = "plan", required = true) String plan) {}

    record Correct(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty("taskKey") @Nullable String taskKey,
            @JsonProperty(value = "field", required = true) String field,
            @JsonProperty("value") @Nullable JsonNode value,
            @JsonProperty(value = "byWhom", required = true) String byWhom,
            @JsonProperty(value = "reason", required = true) String reason) {}
}

package vn.sothon.server.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.rule.TaskClassifier;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ImportedTask;
import vn.sothon.server.plan.importer.TypedPlan;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;

/** A person's review of a plan. Every change is logged; one of a published plan reaches phones and ledger too. */
@Singleton
public class PlanReview {
    private final PlanStore store;
    private final PlanPublisher publisher;
    private final ServerClock clock;
    private final TaskClassifier classifier = new TaskClassifier();
    private final TypedPlan typed;

    PlanReview(PlanStore store, PlanPublisher publisher, ServerClock clock) {
        this.store = store;
        this.publisher = publisher;
        this.clock = clock;
        this.typed = new TypedPlan(task -> classifier.classify(task.content(), task.products()));
    }

    /** Who changes something, and why; both go into the plan's own log. */
    public record Hand(
            @JsonProperty(value = "byWhom", required = true) String byWhom,
            @JsonProperty(value = "reason", required = true) String reason) {}

    /**
     * Sets a field of the plan or of a task, as a person reads it; the same value again confirms the reading.
     *
     * @param taskKey absent for a field of the plan
     * @param newValue absent empties a field that may be empty
     */
    public void correct(
            Tx tx, UUID planId, @Nullable String taskKey, String field, @Nullable JsonNode newValue, Hand hand)
            throws SQLException {
        StoredPlan plan = open(tx, planId);
        if (field.equals(Reading.ACCEPTS) && taskKey != null) {
            overrule(tx, planId, taskKey, newValue == null ? JsonNodeFactory.instance.arrayNode() : newValue, hand);
            return;
        }
        if (field.equals("key")
                && !plan.isDraft()
                && (newValue == null || !newValue.asText().equals(taskKey))) {
            throw new AdminRefused("PUBLISHED", "Ties name the task's key: change it in a new version of the plan.");
        }
        Reading.Changed changed = Reading.set(plan.document(), taskKey, field, newValue);
        ImportedPlan document = changed.document();
        if (taskKey != null && (field.equals("content") || field.equals("products"))) {
            document = reclassified(tx.connection(), planId, document, taskKey);
        }
        keep(
                tx,
                plan,
                document,
                new Correction(
                        taskKey, field, changed.oldValue(), newValue, hand.byWhom(), hand.reason(), clock.now()));
    }

    /** A person has looked: the field reads right as it stands, and its doubts are settled. */
    public void confirm(Tx tx, UUID planId, @Nullable String taskKey, String field, Hand hand) throws SQLException {
        correct(tx, planId, taskKey, field, Reading.present(open(tx, planId).document(), taskKey, field), hand);
    }

    /** What a task accepts as a person decides it: {@code [{record, phrase}, …]}, each phrase in the task's words. */
    public void overrule(Tx tx, UUID planId, String taskKey, JsonNode accepts, Hand hand) throws SQLException {
        StoredPlan plan = open(tx, planId);
        ImportedTask task = Reading.require(plan.document(), taskKey);
        JsonNode stated = Json.tree(Reading.stated(task, accepts));
        Reading.Changed changed = Reading.set(plan.document(), taskKey, Reading.ACCEPTS, stated);
        keep(
                tx,
                plan,
                changed.document(),
                new Correction(
                        taskKey,
                        Reading.ACCEPTS,
                        changed.oldValue(),
                        stated,
                        hand.byWhom(),
                        hand.reason(),
                        clock.now()));
    }

    /** Puts in a task the reading missed, behind another or last; only while the plan is a draft. */
    public void addTask(Tx tx, UUID planId, @Nullable String after, ImportedTask task, Hand hand) throws SQLException {
        StoredPlan plan = draft(tx, planId);
        Reading.Changed changed = Reading.add(plan.document(), after, task);
        keep(
                tx,
                plan,
                reclassified(tx.connection(), planId, changed.document(), task.key()),
                new Correction(
                        task.key(), Reading.TASK, null, Json.tree(task), hand.byWhom(), hand.reason(), clock.now()));
    }

    /** Takes out what the reading wrongly took for a task; only while the plan is a draft. */
    public void removeTask(Tx tx, UUID planId, String taskKey, Hand hand) throws SQLException {
        StoredPlan plan = draft(tx, planId);
        Reading.Changed changed = Reading.remove(plan.document(), taskKey);
        keep(
                tx,
                plan,
                changed.document(),
                new Correction(
                        taskKey, Reading.TASK, changed.oldValue(), null, hand.byWhom(), hand.reason(), clock.now()));
    }

    /** Like {@link #addTask(Tx, UUID, String, ImportedTask, Hand)}, out of the words a person wrote down for it. */
    public void addTask(Tx tx, UUID planId, @Nullable String after, TypedPlan.Row row, Hand hand) throws SQLException {
        addTask(tx, planId, after, typed.task(row, 0), hand);
    }

    /**
     * Makes one task of two, where the reading parted what the document holds together: the words of {@code taskKey} go
     * behind those of {@code into}, units and products are joined. Only while the plan is a draft.
     */
    public void merge(Tx tx, UUID planId, String taskKey, String into, Hand hand) throws SQLException {
        ImportedPlan document = draft(tx, planId).document();
        ImportedTask part = Reading.require(document, taskKey);
        ImportedTask whole = Reading.require(document, into);
        if (taskKey.equals(into)) {
            throw new AdminRefused("SAME_TASK", "A task is not merged with itself.");
        }
        removeTask(tx, planId, taskKey, hand);
        correct(tx, planId, into, "content", Json.tree(whole.content() + "\n" + part.content()), hand);
        join(tx, planId, into, "leadUnits", whole.leadUnits(), part.leadUnits(), hand);
        join(tx, planId, into, "executingUnits", whole.executingUnits(), part.executingUnits(), hand);
        join(tx, planId, into, "coordinatingUnits", whole.coordinatingUnits(), part.coordinatingUnits(), hand);
        join(tx, planId, into, "products", whole.products(), part.products(), hand);
    }

    private void join(Tx tx, UUID planId, String key, String field, List<String> whole, List<String> part, Hand hand)
            throws SQLException {
        Set<String> joined = new LinkedHashSet<>(whole);
        if (joined.addAll(part)) {
            correct(tx, planId, key, field, Json.tree(List.copyOf(joined)), hand);
        }
    }

    private ImportedPlan reclassified(Connection connection, UUID planId, ImportedPlan document, String key)
            throws SQLException {
        boolean decided = store.corrections(connection, planId).stream()
                .anyMatch(known -> known.field().equals(Reading.ACCEPTS) && key.equals(known.taskKey()));
        if (decided) {
            return document;
        }
        ImportedTask task = Reading.require(document, key);
        return Reading.set(
                        document, key, Reading.ACCEPTS, Json.tree(classifier.classify(task.content(), task.products())))
                .document();
    }

    private void keep(Tx tx, StoredPlan plan, ImportedPlan document, Correction correction) throws SQLException {
        if (correction.byWhom().isBlank() || correction.reason().isBlank()) {
            throw new AdminRefused("REQUIRED", "Say who corrects, and why.");
        }
        StoredPlan now = plan.reading(document);
        if (plan.status() == PlanStatus.PUBLISHED) {
            Reading.complete(document);
        }
        store.save(tx.connection(), now);
        store.log(tx.connection(), plan.id(), correction);
        if (plan.status() == PlanStatus.PUBLISHED) {
            publisher.rewrite(tx, now);
            publisher.settle(tx, PlanPublisher.term(now).line(), now.id(), "CORRECTED");
        }
    }

    private StoredPlan open(Tx tx, UUID planId) throws SQLException {
        StoredPlan plan = store.require(tx.connection(), planId);
        if (!plan.isDraft() && plan.status() != PlanStatus.PUBLISHED) {
            throw new AdminRefused(plan.status().name(), "The plan is no longer open to corrections.");
        }
        return plan;
    }

    private StoredPlan draft(Tx tx, UUID planId) throws SQLException {
        StoredPlan plan = store.require(tx.connection(), planId);
        if (!plan.isDraft()) {
            throw new AdminRefused(plan.status().name(), "Tasks come and go only with a new version of the plan.");
        }
        return plan;
    }
}

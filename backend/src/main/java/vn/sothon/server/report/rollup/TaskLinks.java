package vn.sothon.server.report.rollup;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.TaskTitle;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanTaskLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.LogEntry;
import vn.sothon.server.report.rollup.PlanLinks.Above;
import vn.sothon.server.report.rollup.PlanLinks.Decided;
import vn.sothon.server.report.rollup.PlanLinks.Proposal;
import vn.sothon.server.report.rollup.PlanLinks.TaskLink;
import vn.sothon.server.report.rollup.TaskLinkStore.Decision;

/** Proposes which task above each task implements, and keeps what a person says to it. */
@Singleton
public class TaskLinks {
    private static final double ALIKE_ENOUGH = 0.2;
    private static final int PROPOSED = 3;

    private final PlanLookup plans;
    private final PlansAbove plansAbove;
    private final PlanTaskLookup tasks;
    private final TaskLinkStore store;
    private final ServerClock clock;

    TaskLinks(PlanLookup plans, PlansAbove plansAbove, PlanTaskLookup tasks, TaskLinkStore store, ServerClock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.plansAbove = plansAbove;
        this.store = store;
        this.clock = clock;
    }

    /** Who decides, and why. */
    public record Hand(String byWhom, String reason) {}

    /**
     * Proposals and decisions for every task of a plan.
     *
     * @param named a plan above that the document does not name; absent: those it names
     */
    public PlanLinks of(Connection connection, PlanView plan, @Nullable PlanView named) throws SQLException {
        PlansAbove.Found found = plansAbove.of(connection, plan);
        List<PlanView> above = above(plan, named, found);
        List<PlanTask> below = plans.tasks(connection, plan.id());
        Map<UUID, PlanTask> tasksAbove = tasksOf(connection, above);
        Map<UUID, Decision> decisions =
                store.of(connection, below.stream().map(PlanTask::id).toList());
        List<PlanTask> all = new ArrayList<>(below);
        all.addAll(tasksAbove.values());
        TaskLikeness likeness = new TaskLikeness(all);
        List<TaskLink> links = new ArrayList<>();
        for (PlanTask task : below) {
            links.add(new TaskLink(
                    task.id(),
                    task.key(),
                    TaskTitle.of(task.content()),
                    decided(connection, decisions.get(task.id())),
                    proposed(task, tasksAbove, likeness)));
        }
        return new PlanLinks(
                plan.id(),
                plan.title(),
                above.stream()
                        .map(one -> new Above(one.id(), one.number(), one.title()))
                        .toList(),
                found.notLoaded(),
                links);
    }

    /**
     * A person says which task above a task implements.
     *
     * @param key of the task below
     * @param keyAbove of the task above; absent: it implements none
     */
    public void decide(Tx tx, PlanView plan, @Nullable PlanView named, String key, @Nullable String keyAbove, Hand hand)
            throws SQLException {
        Connection connection = tx.connection();
        PlanTask task = plans.tasks(connection, plan.id()).stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AdminRefused("UNKNOWN_TASK", "The plan has no task '" + key + "'."));
        UUID parent = null;
        if (keyAbove != null) {
            PlansAbove.Found found = plansAbove.of(connection, plan);
            parent = tasksOf(connection, above(plan, named, found)).values().stream()
                    .filter(one -> one.key().equals(keyAbove))
                    .findFirst()
                    .map(PlanTask::id)
                    .orElseThrow(() -> new AdminRefused("UNKNOWN_TASK", unknownAbove(keyAbove, found)));
        }
        write(tx, plan, task.id(), parent, hand);
    }

    /** A person agrees with the first proposal of every task nobody has decided yet; how many there were. */
    public int confirmProposed(Tx tx, PlanView plan, @Nullable PlanView named, Hand hand) throws SQLException {
        int confirmed = 0;
        for (TaskLink link : of(tx.connection(), plan, named).tasks()) {
            if (link.decided() == null && !link.proposed().isEmpty()) {
                write(tx, plan, link.taskId(), link.proposed().get(0).taskId(), hand);
                confirmed++;
            }
        }
        return confirmed;
    }

    private void write(Tx tx, PlanView plan, UUID child, @Nullable UUID parent, Hand hand) throws SQLException {
        int n = 1;
        Decision before = store.of(tx.connection(), List.of(child)).get(child);
        if (before != null) {
            n = before.n() + 1;
        }
        Decision decision = new Decision(child, n, parent, hand.byWhom(), hand.reason(), clock.now());
        store.add(tx.connection(), decision);
        String pinned = String.join(
                "\n", child.toString(), String.valueOf(n), String.valueOf(parent), hand.byWhom(), hand.reason());
        tx.log(new LogEntry(
                String.valueOf(plan.areaCode()),
                LogEntry.Type.PLAN,
                child.toString(),
                Seals.sha256(pinned),
                decision.at(),
                null,
                parent == null ? "UNLINKED" : "LINKED"));
    }

    private List<PlanView> above(PlanView plan, @Nullable PlanView named, PlansAbove.Found found) {
        if (named == null) {
            return found.loaded();
        }
        if (!plansAbove.isAbove(named, plan)) {
            throw new AdminRefused("NOT_ABOVE", "Only a plan published for an area around this one's stands above it.");
        }
        return List.of(named);
    }

    private Map<UUID, PlanTask> tasksOf(Connection connection, List<PlanView> some) throws SQLException {
        Map<UUID, PlanTask> byId = new LinkedHashMap<>();
        for (PlanView plan : some) {
            for (PlanTask task : plans.tasks(connection, plan.id())) {
                byId.put(task.id(), task);
            }
        }
        return byId;
    }

    private @Nullable Decided decided(Connection connection, @Nullable Decision decision) throws SQLException {
        if (decision == null) {
            return null;
        }
        UUID parent = decision.parent();
        PlanTask above = parent == null ? null : tasks.find(connection, parent).orElse(null);
        return new Decided(
                decision.parent(),
                above == null ? null : above.key(),
                decision.byWhom(),
                decision.reason(),
                decision.at());
    }

    private static List<Proposal> proposed(PlanTask task, Map<UUID, PlanTask> tasksAbove, TaskLikeness likeness) {
        return tasksAbove.values().stream()
                .map(above -> new Proposal(
                        above.id(),
                        above.key(),
                        TaskTitle.of(above.content()),
                        Math.round(likeness.of(task, above) * 1000) / 1000.0,
                        likeness.shared(task, above)))
                .filter(proposal -> proposal.likeness() >= ALIKE_ENOUGH)
                .sorted(Comparator.comparingDouble(Proposal::likeness)
                        .reversed()
                        .thenComparing(Proposal::key))
                .limit(PROPOSED)
                .toList();
    }

    private static String unknownAbove(String key, PlansAbove.Found found) {
        return found.loaded().isEmpty()
                ? "No plan above is here. Not loaded: " + String.join(", ", found.notLoaded()) + "."
                : "The plan above has no task '" + key + "'.";
    }
}

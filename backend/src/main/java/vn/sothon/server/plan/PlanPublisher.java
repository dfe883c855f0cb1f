package vn.sothon.server.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.plan.PlanLevel;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.plan.PlanLine.Standing;
import vn.sothon.server.plan.StoredPlan.Term;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.plan.importer.ImportedTask;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.FeedChange;
import vn.sothon.server.platform.ledger.LogEntry;

/** Brings the versions of one plan into line with each other, and tells log, feed and observers how they now stand. */
@Singleton
class PlanPublisher {
    private final PlanStore store;
    private final ServerClock clock;
    private final Collection<PlanObserver> observers;

    PlanPublisher(PlanStore store, ServerClock clock, Collection<PlanObserver> observers) {
        this.store = store;
        this.clock = clock;
        this.observers = observers;
    }

    /** Makes the tasks of a version that was just published; each has its id already. */
    void write(Tx tx, StoredPlan plan, Map<String, UUID> ids) throws SQLException {
        List<PlanTask> tasks = new ArrayList<>();
        for (ImportedTask task : plan.document().tasks()) {
            tasks.add(task(plan, Objects.requireNonNull(ids.get(task.key()), task.key()), task));
        }
        store.saveTasks(tx.connection(), plan.id(), tasks);
    }

    /**
     * Settles every version of a line after one of them changed.
     *
     * @param changed the version that changed and must be logged even if its standing did not
     */
    void settle(Tx tx, UUID line, UUID changed, String verdict) throws SQLException {
        Connection connection = tx.connection();
        List<StoredPlan> versions = store.ofLine(connection, line);
        List<Standing> standings =
                new PlanLine(versions.stream().map(plan -> term(plan).version()).toList()).standings();
        List<StoredPlan> settled = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            StoredPlan plan = versions.get(i);
            Standing standing = standings.get(i);
            boolean same = plan.status() == standing.status()
                    && Objects.equals(term(plan).to(), standing.to());
            StoredPlan now =
                    same ? plan : plan.changed(standing.status(), term(plan).until(standing.to()));
            if (!same) {
                store.save(connection, now);
                rewrite(tx, now);
            }
            if (!same || plan.id().equals(changed)) {
                log(tx, now, plan.id().equals(changed) ? verdict : now.status().name());
            }
            settled.add(now);
        }
        announce(tx, settled);
        for (PlanObserver observer : observers) {
            observer.changed(tx, line, area(settled.get(settled.size() - 1)));
        }
    }

    /** Makes the tasks of a version anew, each under the id it has. */
    void rewrite(Tx tx, StoredPlan plan) throws SQLException {
        write(tx, plan, ids(tx.connection(), plan));
    }

    private Map<String, UUID> ids(Connection connection, StoredPlan plan) throws SQLException {
        Map<String, UUID> ids = new LinkedHashMap<>();
        for (PlanTask task : store.tasks(connection, plan.id())) {
            ids.put(task.key(), task.id());
        }
        return ids;
    }

    private void log(Tx tx, StoredPlan plan, String verdict) throws SQLException {
        tx.log(new LogEntry(
                area(plan),
                LogEntry.Type.PLAN,
                plan.id().toString(),
                plan.hash(store.document(tx.connection(), plan.id())),
                clock.now(),
                null,
                verdict));
    }

    /**
     * Every task the line ever had, as phones shall see it: in the words of the newest version that has it. Its first
     * day is that of the oldest version from which it came without a gap, so that a phone can still choose it for an
     * earlier day.
     */
    private void announce(Tx tx, List<StoredPlan> versions) throws SQLException {
        Map<UUID, PlanTask> every = new LinkedHashMap<>();
        Map<UUID, PlanTask> governing = new LinkedHashMap<>();
        long feedVersion = 0;
        for (StoredPlan plan : versions) {
            feedVersion += plan.revision();
            boolean governs = !term(plan).takenBack() && term(plan).governsAnyDay();
            for (PlanTask task : store.tasks(tx.connection(), plan.id())) {
                every.put(task.id(), task);
                if (governs) {
                    governing.put(task.id(), joined(governing.get(task.id()), task));
                }
            }
        }
        LocalDate today = clock.today();
        for (PlanTask any : every.values()) {
            PlanTask task = governing.getOrDefault(any.id(), any);
            FeedChange row = FeedChange.of(
                    task.areaCode(), Pull.Type.planTask, task.id().toString(), feedVersion, Json.write(task));
            boolean over = !governing.containsKey(task.id())
                    || (task.effectiveTo() != null && task.effectiveTo().isBefore(today));
            tx.announce(over ? row.gone() : row);
        }
    }

    private static PlanTask joined(@Nullable PlanTask earlier, PlanTask task) {
        boolean unbroken = earlier != null
                && earlier.areaCode().equals(task.areaCode())
                && earlier.effectiveFrom().isBefore(task.effectiveFrom())
                && earlier.effectiveTo() != null
                && !earlier.effectiveTo().plusDays(1).isBefore(task.effectiveFrom());
        return unbroken ? from(task, Objects.requireNonNull(earlier).effectiveFrom()) : task;
    }

    private static PlanTask from(PlanTask task, LocalDate day) {
        return new PlanTask(
                task.id(),
                task.planId(),
                task.planTitle(),
                task.level(),
                task.areaCode(),
                task.key(),
                task.content(),
                task.leadUnits(),
                task.executingUnits(),
                task.coordinatingUnits(),
                task.products(),
                task.timeFrame(),
                task.accepts(),
                day,
                task.effectiveTo());
    }

    private static PlanTask task(StoredPlan plan, UUID id, ImportedTask task) {
        ImportedPlan document = plan.document();
        PlanLevel level = Objects.requireNonNull(document.issuer().level());
        return new PlanTask(
                id,
                term(plan).line(),
                document.title(),
                level,
                area(plan),
                task.key(),
                task.content(),
                task.leadUnits(),
                task.executingUnits(),
                task.coordinatingUnits(),
                task.products(),
                task.timeFrame(),
                task.accepts(),
                term(plan).from(),
                term(plan).to());
    }

    static Term term(StoredPlan plan) {
        return Objects.requireNonNull(plan.term());
    }

    static String area(StoredPlan plan) {
        return Objects.requireNonNull(plan.areaCode());
    }
}

package vn.sothon.server.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.plan.StoredPlan.Term;
import vn.sothon.server.plan.importer.CitedDocument;
import vn.sothon.server.plan.importer.ImportedPlan;
import vn.sothon.server.platform.admin.AdminRefused;

/** Finds which plan a version continues, and what became of that plan's tasks. */
@Singleton
class PlanLines {
    private final PlanStore store;

    PlanLines(PlanStore store) {
        this.store = store;
    }

    /** The line a version belongs to: as said, as before, as its title says, or as it cites; else one of its own. */
    UUID of(Connection connection, StoredPlan plan, String areaCode, @Nullable UUID replaces, List<StoredPlan> cited)
            throws SQLException {
        if (replaces != null) {
            return lineOf(connection, replaces, areaCode);
        }
        Term term = plan.term();
        if (term != null && areaCode.equals(plan.areaCode())) {
            return term.line();
        }
        ImportedPlan document = plan.document();
        UUID own = PlanLine.id(areaCode, String.valueOf(document.issuer().name()), document.title());
        boolean known = !store.ofLine(connection, own).isEmpty();
        return known || cited.isEmpty() ? own : PlanPublisher.term(cited.get(0)).line();
    }

    private UUID lineOf(Connection connection, UUID id, String areaCode) throws SQLException {
        List<StoredPlan> versions = store.ofLine(connection, id);
        StoredPlan one = versions.isEmpty() ? store.require(connection, id) : versions.get(0);
        Term term = one.term();
        if (term == null || !areaCode.equals(one.areaCode())) {
            throw new AdminRefused("NOT_REPLACED", "Only a plan published for the same area can be replaced.");
        }
        return term.line();
    }

    /** Plans in force in the area that this one says it replaces, by their numbers. */
    List<StoredPlan> cited(Connection connection, StoredPlan plan, String areaCode) throws SQLException {
        List<StoredPlan> found = new ArrayList<>();
        for (StoredPlan other : store.published(connection, areaCode)) {
            String number = other.document().number();
            for (CitedDocument document : plan.document().replaces()) {
                String wanted = document.number();
                if (number != null && wanted != null && PlanLine.bare(number).equals(PlanLine.bare(wanted))) {
                    found.add(other);
                }
            }
        }
        return found;
    }

    /** How the tasks of a document stand to those of the version before it, with the id of each. */
    List<TaskChange> changes(Connection connection, UUID line, List<StoredPlan> versions, ImportedPlan document)
            throws SQLException {
        List<TaskMatch.Known> ever = new ArrayList<>();
        List<TaskMatch.Known> before = List.of();
        for (StoredPlan version : versions) {
            List<TaskMatch.Known> tasks = new ArrayList<>();
            for (PlanTask task : store.tasks(connection, version.id())) {
                tasks.add(new TaskMatch.Known(task.id(), task.key(), task.content()));
            }
            ever.addAll(tasks);
            if (!PlanPublisher.term(version).takenBack()) {
                before = tasks;
            }
        }
        List<TaskMatch.Fresh> now = document.tasks().stream()
                .map(task -> new TaskMatch.Fresh(task.key(), task.content()))
                .toList();
        return TaskMatch.changes(line, before, ever, now);
    }
}

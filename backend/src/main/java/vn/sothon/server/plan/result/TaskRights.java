package vn.sothon.server.plan.result;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.UnitRoles;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.PersonLookup;

/**
 * Who may say what a task came to: those who answer in the unit that leads it (or carries it out, where none leads), and
 * people who were given the right.
 */
@Singleton
class TaskRights {
    private final ResultStore store;
    private final PersonLookup people;
    private final AreaLookup areas;
    private final UnitRoles units = new UnitRoles();

    TaskRights(ResultStore store, PersonLookup people, AreaLookup areas) {
        this.store = store;
        this.people = people;
        this.areas = areas;
    }

    /**
     * The place the person speaks for in this task on that day: his commune or province, or the plan's own where the right
     * was given; empty for somebody without a right.
     */
    Optional<String> placeOf(Connection connection, UUID person, PlanTask task, LocalDate day) throws SQLException {
        return placeOf(connection, person, grants(person, day), task, day);
    }

    /** The tasks a person may enter results of on that day. */
    Set<UUID> mine(Connection connection, UUID person, List<PlanTask> tasks, LocalDate day) throws SQLException {
        List<Grant> grants = grants(person, day);
        Set<UUID> mine = new HashSet<>();
        for (PlanTask task : tasks) {
            if (placeOf(connection, person, grants, task, day).isPresent()) {
                mine.add(task.id());
            }
        }
        return mine;
    }

    private List<Grant> grants(UUID person, LocalDate day) {
        return people.find(person).map(known -> known.grantsOn(day)).orElse(List.of());
    }

    private Optional<String> placeOf(
            Connection connection, UUID person, List<Grant> grants, PlanTask task, LocalDate day) throws SQLException {
        List<String> leading = task.leadUnits().isEmpty() ? task.executingUnits() : task.leadUnits();
        for (Grant grant : grants) {
            boolean inside = areas.path(grant.areaCode()).contains(task.areaCode());
            if (inside && units.unitOf(grant.role(), leading) != null) {
                return areas.partition(grant.areaCode());
            }
        }
        return store.isAllowed(connection, person, task.planId(), task.id(), day)
                ? Optional.of(task.areaCode())
                : Optional.empty();
    }

    /** Whether the person was given the right for the whole plan, as figures of targets without a task ask for. */
    boolean forPlan(Connection connection, UUID person, UUID line, LocalDate day) throws SQLException {
        return store.isAllowed(connection, person, line, null, day);
    }
}

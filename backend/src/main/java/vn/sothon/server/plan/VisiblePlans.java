package vn.sothon.server.plan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.access.Caller;
import vn.sothon.server.access.Scopes;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;

/** Which plans a caller may ask about: those of his own places and of the places above them. */
@Singleton
public class VisiblePlans {
    private final PlanLookup plans;
    private final Scopes scopes;
    private final AreaLookup areas;
    private final ServerClock clock;

    VisiblePlans(PlanLookup plans, Scopes scopes, AreaLookup areas, ServerClock clock) {
        this.plans = plans;
        this.scopes = scopes;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * A plan that is or was in force; a plan of somebody else's place is not known at all.
     *
     * @param id of a version, or of the plan over all versions
     * @throws AdminRefused {@code UNKNOWN_PLAN}
     */
    public PlanView published(Connection connection, Caller caller, UUID id) throws SQLException {
        return plans.find(connection, id)
                .filter(plan -> plan.line() != null && plan.areaCode() != null)
                .filter(plan -> sees(caller, String.valueOf(plan.areaCode())))
                .orElseThrow(VisiblePlans::unknown);
    }

    /** A plan the caller may change: he leads its place, or keeps the server for it. */
    PlanView draft(Connection connection, Caller caller, UUID id) throws SQLException {
        PlanView plan = plans.find(connection, id).orElseThrow(VisiblePlans::unknown);
        if (plan.areaCode() == null || !keeps(caller, plan.areaCode())) {
            throw unknown();
        }
        return plan;
    }

    /** Whether the caller may write plans for that place. */
    boolean keeps(Caller caller, String area) {
        return caller.grantsOn(clock.today()).stream().anyMatch(grant -> keeps(grant, area));
    }

    private boolean keeps(Grant grant, String area) {
        return grant.role() == ActingRole.COMMUNE_LEADER
                ? areas.partition(grant.areaCode()).filter(area::equals).isPresent()
                : grant.role() == ActingRole.ADMINISTRATOR && areas.path(area).contains(grant.areaCode());
    }

    /** His own places and those above; a whole province's viewer also the plans of its communes. */
    private boolean sees(Caller caller, String area) {
        return scopes.of(caller, clock.today()).partitions().contains(area)
                || caller.grantsOn(clock.today()).stream()
                        .anyMatch(grant -> grant.role() == ActingRole.PROVINCE_VIEWER
                                && areas.path(area).contains(grant.areaCode()));
    }

    private static AdminRefused unknown() {
        return new AdminRefused("UNKNOWN_PLAN", "No plan of these places has that id.");
    }
}

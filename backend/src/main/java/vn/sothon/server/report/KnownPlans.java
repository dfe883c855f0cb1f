package vn.sothon.server.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanStatus;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.admin.AdminRefused;

/** Finds the published plan a person means by the beginning of an id. */
@Singleton
final class KnownPlans {
    private final PlanLookup plans;

    KnownPlans(PlanLookup plans) {
        this.plans = plans;
    }

    /** By the id of a version or of the plan over all versions, or by the beginning of either. */
    PlanView named(Connection connection, String wanted) throws SQLException {
        List<PlanView> fitting = plans.list(connection).stream()
                .filter(plan -> plan.line() != null)
                .filter(plan -> plan.id().toString().startsWith(wanted)
                        || String.valueOf(plan.line()).startsWith(wanted))
                .toList();
        if (fitting.isEmpty()) {
            throw new AdminRefused("UNKNOWN_PLAN", "No published plan has the id " + wanted + ".");
        }
        PlanView newest = fitting.get(fitting.size() - 1);
        if (fitting.stream().anyMatch(plan -> !Objects.equals(plan.line(), newest.line()))) {
            throw new AdminRefused("AMBIGUOUS", "Several plans have an id that begins with " + wanted + ".");
        }
        return newest;
    }

    /** Every plan in force, in the order of import. */
    List<PlanView> inForce(Connection connection) throws SQLException {
        return plans.list(connection).stream()
                .filter(plan -> plan.status() == PlanStatus.PUBLISHED)
                .toList();
    }
}

package vn.sothon.server.loan;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import vn.sothon.server.loan.importer.RosterDiff;

/**
 * What a roster of loans changes, worked out before anything is written.
 *
 * @param confirmed loans that stay as they are, to be marked with the roster's day
 * @param programmes names by code, of those not known yet
 * @param leftOut rows not applied
 */
record LoanPlan(
        RosterDiff diff,
        List<LoanStep> steps,
        List<UUID> confirmed,
        List<RosterOutcome.Closed> closed,
        List<GroupChange> groups,
        Map<String, String> programmes,
        int leftOut,
        DueCheckRules rules) {

    /** The communes whose loans or groups it changes, those they leave included. */
    Set<String> touched() {
        Set<String> communes = new TreeSet<>(GroupChange.communes(groups));
        for (LoanStep step : steps) {
            communes.add(step.after().commune());
            if (step.before() != null) {
                communes.add(step.before().commune());
            }
        }
        return communes;
    }

    /** The same, and those of which it only confirms loans. */
    Set<String> communes(Connection connection, LoanStore loans) throws SQLException {
        Set<String> communes = new TreeSet<>(touched());
        loans.byIds(connection, confirmed).values().forEach(loan -> communes.add(loan.commune()));
        return communes;
    }
}

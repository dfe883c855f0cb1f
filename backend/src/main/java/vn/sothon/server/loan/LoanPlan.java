package vn.sothon.server.loan;

import java.util.List;
import java.util.Map;
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
        DueCheckRules rules) {}

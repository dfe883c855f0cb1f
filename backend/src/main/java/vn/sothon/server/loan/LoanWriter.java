package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.sothon.server.loan.DueCheckRules.Changes;
import vn.sothon.server.platform.db.Tx;

/** Stores loans with what they owe, and tells the phones of the place each left and the place each is in. */
@Singleton
final class LoanWriter {
    private final LoanStore loans;
    private final DueCheckStore checks;
    private final PlannedChecks planned;
    private final RosterSteps steps;
    private final Collection<LoanArrivals> arrivals;

    LoanWriter(
            LoanStore loans,
            DueCheckStore checks,
            PlannedChecks planned,
            RosterSteps steps,
            Collection<LoanArrivals> arrivals) {
        this.loans = loans;
        this.checks = checks;
        this.planned = planned;
        this.steps = steps;
        this.arrivals = arrivals;
    }

    /** How many checks became due. */
    int write(Tx tx, UUID importId, List<LoanStep> work, DueCheckRules rules) throws SQLException {
        loans.put(
                tx.connection(),
                work.stream().filter(LoanStep::isStored).map(LoanStep::after).toList());
        // Read here and not with the plan: a push may have fulfilled one in the meantime.
        Map<UUID, List<DueCheck>> existing = checks.of(
                tx.connection(), work.stream().map(step -> step.after().id()).toList());
        int owed = 0;
        for (LoanStep step : work) {
            StoredLoan loan = step.after();
            if (step.isMoved() && step.before() != null) {
                tx.announce(step.before().feedRow().gone());
                planned.moved(tx, loan);
            }
            if (step.isSeen()) {
                tx.announce(loan.feedRow());
            }
            List<DueCheck> ofLoan = existing.getOrDefault(loan.id(), List.of());
            steps.loan(tx.connection(), importId, step, ofLoan);
            Changes changes = rules.changes(loan, ofLoan);
            write(tx, step, changes, ofLoan);
            owed += (int)
                    changes.put().stream().filter(check -> check.version() == 1).count();
            if (step.isNew()) {
                for (LoanArrivals arrival : arrivals) {
                    arrival.arrived(tx, loan.id(), loan.number(), loan.group(), loan.village());
                }
            }
        }
        return owed;
    }

    private void write(Tx tx, LoanStep step, Changes changes, List<DueCheck> existing) throws SQLException {
        StoredLoan before = step.before() == null ? step.after() : step.before();
        for (DueCheck check : changes.withdrawn()) {
            checks.withdraw(tx.connection(), check);
            tx.announce(check.feedRow(before).gone());
        }
        Stream<DueCheck> moving = step.isMoved() ? moving(changes, existing) : Stream.empty();
        for (DueCheck check : Stream.concat(changes.put().stream(), moving).toList()) {
            checks.put(tx.connection(), check);
            if (step.isMoved() && check.version() > 1) {
                tx.announce(check.feedRow(before).gone());
            }
            tx.announce(check.feedRow(step.after()));
        }
    }

    private static Stream<DueCheck> moving(Changes changes, List<DueCheck> existing) {
        Set<UUID> handled = Stream.concat(changes.put().stream(), changes.withdrawn().stream())
                .map(DueCheck::id)
                .collect(Collectors.toSet());
        return existing.stream().filter(check -> !handled.contains(check.id())).map(DueCheck::again);
    }
}

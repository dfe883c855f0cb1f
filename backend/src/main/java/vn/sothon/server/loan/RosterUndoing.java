package vn.sothon.server.loan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.loan.RosterSteps.Kind;
import vn.sothon.server.loan.RosterSteps.OfCommune;
import vn.sothon.server.loan.RosterSteps.Step;
import vn.sothon.server.loan.RosterUndo.Reason;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;

/**
 * Makes a commune's loans what they were before its last import. Everything is looked at before anything is written, and
 * each part is looked at once more inside its transaction; should the server stop in between, asking again does the rest.
 */
@Singleton
final class RosterUndoing {
    private static final int AT_ONCE = 100;

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final LoanPlanning.Stores stores;
    private final PlannedChecks planned;
    private final RosterSteps steps;
    private final Collection<LoanReliance> reliances;

    RosterUndoing(
            TransactionOperations<Connection> transactions,
            Writer writer,
            LoanPlanning.Stores stores,
            PlannedChecks planned,
            RosterSteps steps,
            Collection<LoanReliance> reliances) {
        this.transactions = transactions;
        this.writer = writer;
        this.stores = stores;
        this.planned = planned;
        this.steps = steps;
        this.reliances = reliances;
    }

    /** Stands in the way of the part it was found in, and so of all that are not written yet. */
    private static final class InTheWay extends RuntimeException {
        private final RosterUndo.Refused refused;

        InTheWay(RosterUndo.Refused refused) {
            super(refused.reason().name(), null, false, false);
            this.refused = refused;
        }
    }

    RosterUndo undo(String commune, String by, Instant now) {
        Optional<OfCommune> last = transactions.executeRead(status -> steps.last(status.getConnection(), commune));
        if (last.isEmpty() || last.get().undone()) {
            return new RosterUndo.Refused(Reason.NOTHING_TO_UNDO, 0);
        }
        UUID id = last.get().importId();
        List<Step> all = transactions.executeRead(status -> steps.of(status.getConnection(), id, commune));
        try {
            transactions.executeRead(status -> check(status.getConnection(), all, last.get()));
            for (int from = 0; from < all.size(); from += AT_ONCE) {
                List<Step> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
                writer.write(tx -> write(tx, id, some, last.get()));
            }
        } catch (InTheWay e) {
            return e.refused;
        }
        writer.write(tx -> {
            steps.undone(tx.connection(), id, commune, now, by);
            return id;
        });
        List<Step> loans = all.stream().filter(step -> step.kind() == Kind.LOAN).toList();
        int removed = (int) loans.stream().filter(step -> step.was() == null).count();
        return new RosterUndo.Done(id, loans.size() - removed, removed);
    }

    /** The loans as they stand now, if nothing stands in the way. */
    private Map<UUID, StoredLoan> check(Connection connection, List<Step> some, OfCommune of) throws SQLException {
        Set<UUID> brought = new HashSet<>();
        Map<UUID, Step> touched = new HashMap<>();
        for (Step step : some) {
            if (step.kind() == Kind.LOAN) {
                touched.put(step.loanId(), step);
                if (step.was() == null) {
                    brought.add(step.loanId());
                }
            }
        }
        for (LoanReliance reliance : reliances) {
            int count = reliance.count(connection, brought, touched.keySet(), of.importedAt());
            if (count > 0) {
                throw new InTheWay(new RosterUndo.Refused(reliance.reason(), count));
            }
        }
        Map<UUID, StoredLoan> now = stores.loans().byIds(connection, touched.keySet());
        int changed = (int) touched.values().stream()
                .filter(step -> !now.containsKey(step.loanId())
                        || Objects.requireNonNull(now.get(step.loanId())).version() != step.afterVersion())
                .count();
        if (changed > 0) {
            throw new InTheWay(new RosterUndo.Refused(Reason.CHANGED_SINCE, changed));
        }
        return now;
    }

    private int write(Tx tx, UUID importId, List<Step> some, OfCommune of) throws SQLException {
        Map<UUID, StoredLoan> now = check(tx.connection(), some, of);
        Map<UUID, List<DueCheck>> checks = stores.checks().of(tx.connection(), now.keySet());
        for (Step step : some) {
            switch (step.kind()) {
                case LOAN -> {
                    StoredLoan loan = Objects.requireNonNull(now.get(step.loanId()));
                    List<DueCheck> owed = checks.getOrDefault(loan.id(), List.of());
                    if (step.was() == null) {
                        remove(tx, loan, owed);
                    } else {
                        restore(tx, loan, owed, LoanMemory.read(step.was()));
                    }
                }
                case CONFIRMED ->
                    Sql.update(
                            tx.connection(),
                            "UPDATE loan SET roster_period = ? WHERE id = ?",
                            RosterSteps.period(Objects.requireNonNull(step.was())),
                            step.id());
                case GROUP -> group(tx, step);
            }
            steps.undone(tx.connection(), importId, step);
        }
        return some.size();
    }

    private void remove(Tx tx, StoredLoan loan, List<DueCheck> owed) throws SQLException {
        for (DueCheck check : owed) {
            stores.checks().withdraw(tx.connection(), check);
            tx.announce(check.feedRow(loan).gone());
        }
        Sql.update(tx.connection(), "DELETE FROM loan WHERE id = ?", loan.id());
        tx.announce(loan.feedRow().gone());
    }

    private void restore(Tx tx, StoredLoan now, List<DueCheck> owed, LoanMemory memory) throws SQLException {
        StoredLoan before = memory.loan(now.id(), now.version() + 1);
        stores.loans().put(tx.connection(), List.of(before));
        boolean moved = !now.standsWhere(before);
        if (moved) {
            tx.announce(now.feedRow().gone());
            planned.moved(tx, before);
        }
        tx.announce(before.feedRow());
        Map<UUID, DueCheck> present = owed.stream().collect(Collectors.toMap(DueCheck::id, check -> check));
        for (LoanMemory.Check was : memory.checks()) {
            DueCheck is = present.remove(was.id());
            boolean same = is != null && is.dueOn().equals(was.dueOn());
            if (same && !moved) {
                continue;
            }
            DueCheck again = new DueCheck(
                    was.id(), before.id(), was.kind(), was.dueOn(), was.doneBy(), is == null ? 1 : is.version() + 1);
            stores.checks().put(tx.connection(), again);
            if (moved && is != null) {
                tx.announce(is.feedRow(now).gone());
            }
            tx.announce(again.feedRow(before));
        }
        for (DueCheck brought : present.values()) {
            stores.checks().withdraw(tx.connection(), brought);
            tx.announce(brought.feedRow(now).gone());
        }
    }

    private void group(Tx tx, Step step) throws SQLException {
        StoredGroup now =
                stores.groups().byCodes(tx.connection(), List.of(step.id())).get(step.id());
        if (now == null || now.version() != step.afterVersion()) {
            return;
        }
        if (step.was() != null) {
            StoredGroup before = read(step.was());
            stores.groups().put(tx, new GroupChange(now, before.asVersion(now.version() + 1)));
        }
        // A group that was new stays: an empty group troubles nobody, and its leader may be granted it already.
    }

    private static StoredGroup read(String was) {
        try {
            return Json.tolerant(was, StoredGroup.class);
        } catch (JsonRefused e) {
            throw new IllegalStateException("what an import replaced is not understood", e);
        }
    }
}

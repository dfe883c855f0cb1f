package vn.sothon.server.plan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import vn.sothon.server.platform.admin.AdminRefused;

/** Finds the plan a person means by what he typed. */
@Singleton
public class PlanFinder {
    private final PlanLookup lookup;
    private final TransactionOperations<Connection> transactions;

    PlanFinder(PlanLookup lookup, TransactionOperations<Connection> transactions) {
        this.lookup = lookup;
        this.transactions = transactions;
    }

    public List<PlanView> all() {
        return transactions.executeRead(status -> lookup.list(status.getConnection()));
    }

    /** The version meant by its id or the beginning of it; the id of a line means its newest version. */
    public PlanView known(String wanted) {
        List<PlanView> versions = all();
        List<PlanView> fitting = versions.stream()
                .filter(plan -> plan.id().toString().startsWith(wanted))
                .toList();
        if (fitting.size() > 1) {
            throw new AdminRefused("AMBIGUOUS", "Several plans have an id that begins with " + wanted + ".");
        }
        if (fitting.size() == 1) {
            return fitting.get(0);
        }
        return versions.stream()
                .filter(plan -> String.valueOf(plan.line()).equals(wanted))
                .max(Comparator.comparing(plan -> Objects.requireNonNullElse(plan.version(), 0)))
                .orElseThrow(() -> new AdminRefused("UNKNOWN_PLAN", "No plan has the id " + wanted + "."));
    }
}

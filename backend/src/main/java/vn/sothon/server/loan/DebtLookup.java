package vn.sothon.server.loan;

import io.micronaut.context.annotation.Value;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.access.Scope;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;

/** Which debts need an eye on them, as the rosters tell it. */
@Singleton
public class DebtLookup {
    private final TransactionOperations<Connection> transactions;
    private final CheckPolicies policies;
    private final DebtNotes notes;
    private final ServerClock clock;
    private final int soonDays;

    DebtLookup(
            TransactionOperations<Connection> transactions,
            CheckPolicies policies,
            DebtNotes notes,
            ServerClock clock,
            @Value("${sothon.debts.soon-days:60}") int soonDays) {
        this.transactions = transactions;
        this.policies = policies;
        this.notes = notes;
        this.clock = clock;
        this.soonDays = soonDays;
    }

    /** Every such debt the scope sees: the gravest kind first, then by the borrower's name. */
    public List<Debt> of(Scope scope) {
        return find(scope, null);
    }

    /** One open loan of the scope, whether or not it needs an eye on it. */
    public Optional<Debt> one(Scope scope, UUID loanId) {
        return find(scope, loanId).stream().findFirst();
    }

    /** What was agreed about a loan the scope sees, newest first; corrected notes too. */
    public List<Debt.Note> history(Scope scope, UUID loanId) {
        if (one(scope, loanId).isEmpty()) {
            return List.of();
        }
        return transactions.executeRead(status -> notes.of(status.getConnection(), loanId));
    }

    private List<Debt> find(Scope scope, @Nullable UUID only) {
        LocalDate today = clock.today();
        CheckPolicies.InForce policy = policies.on(today);
        InScope inScope = InScope.of(scope, "l.commune_code", "l.village_code", "l.group_code");
        String select =
                """
                SELECT l.*, g.name AS group_name, g.association, f.person_id AS follower FROM loan l
                LEFT JOIN savings_group g ON g.code = l.group_code
                LEFT JOIN debt_follower f ON f.loan_id = l.id
                WHERE l.status = 'OPEN' AND
                """
                        + inScope.sql() + (only == null ? "" : " AND l.id = ?")
                        + " ORDER BY l.borrower_search, l.number";
        List<Object> values = new ArrayList<>(inScope.values());
        if (only != null) {
            values.add(only);
        }
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            List<Debt> debts = new ArrayList<>();
            Map<UUID, Debt.Note> last = new HashMap<>(notes.standing(connection, only));
            for (Debt debt : Sql.list(connection, select, row -> debt(row, today, policy, last), values.toArray())) {
                // Nobody follows his own debt here, or reads what was agreed about it.
                boolean own = scope.concern().loans().contains(debt.loanId());
                if (!own && (only != null || !debt.kinds().isEmpty())) {
                    debts.add(debt);
                }
            }
            debts.sort((a, b) -> Integer.compare(gravity(a), gravity(b)));
            return debts;
        });
    }

    private static int gravity(Debt debt) {
        return debt.kinds().stream().mapToInt(Enum::ordinal).min().orElse(Debt.Kind.values().length);
    }

    private Debt debt(ResultSet row, LocalDate today, CheckPolicies.InForce policy, Map<UUID, Debt.Note> last)
            throws SQLException {
        UUID id = UUID.fromString(row.getString("id"));
        Long frozen = money(row, "frozen");
        Long overdue = money(row, "overdue");
        LocalDate dueOn = day(row, "due_on");
        LocalDate lastTransaction = day(row, "last_transaction_on");
        String programme = row.getString("programme_code");
        Set<Debt.Kind> kinds = EnumSet.noneOf(Debt.Kind.class);
        boolean isFrozen = frozen != null && frozen > 0;
        if (isFrozen) {
            kinds.add(Debt.Kind.FROZEN);
        }
        if ((overdue != null && overdue > 0) || (dueOn != null && dueOn.isBefore(today) && !isFrozen)) {
            kinds.add(Debt.Kind.OVERDUE);
        } else if (dueOn != null && !dueOn.isBefore(today) && !dueOn.isAfter(today.plusDays(soonDays))) {
            kinds.add(Debt.Kind.DUE_SOON);
        }
        if (lastTransaction != null
                && !isFrozen
                && !(programme != null && policy.quietProgrammes().contains(programme))
                && !lastTransaction.isAfter(today.minusMonths(policy.policy().inactiveMonths()))) {
            kinds.add(Debt.Kind.INACTIVE);
        }
        String follower = row.getString("follower");
        return new Debt(
                id,
                row.getString("number"),
                row.getString("borrower_name"),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("group_code"),
                row.getString("group_name"),
                row.getString("association"),
                money(row, "outstanding"),
                overdue,
                day(row, "overdue_since"),
                frozen,
                day(row, "frozen_until"),
                money(row, "interest_arrears"),
                dueOn,
                lastTransaction,
                kinds,
                follower == null ? null : UUID.fromString(follower),
                last.get(id));
    }

    private static @Nullable Long money(ResultSet row, String column) throws SQLException {
        long money = row.getLong(column);
        return row.wasNull() ? null : money;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        String day = row.getString(column);
        return day == null ? null : LocalDate.parse(day);
    }
}

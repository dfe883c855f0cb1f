package vn.sothon.server.loan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.rule.CheckPolicy;
import vn.sothon.server.access.Scope;
import vn.sothon.server.platform.db.Sql;

/** Works out a year's plan of inspections from loans, policy and records; nothing of it is stored but who was asked. */
@Singleton
public class YearPlanLookup {
    private final TransactionOperations<Connection> transactions;
    private final CheckPolicies policies;
    private final PlannedChecks planned;
    private final ChecksMade made;

    YearPlanLookup(
            TransactionOperations<Connection> transactions,
            CheckPolicies policies,
            PlannedChecks planned,
            ChecksMade made) {
        this.transactions = transactions;
        this.policies = policies;
        this.planned = planned;
        this.made = made;
    }

    /** The plan of every group the scope sees, as it stands on a day of that year. */
    public YearPlan of(Scope scope, int year) {
        CheckPolicy policy = policy(year);
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            Facts facts = facts(connection, scope, year);
            List<YearPlan.Group> groups = new ArrayList<>();
            for (StoredGroup group : groups(connection, scope)) {
                groups.add(group(group, facts, policy));
            }
            return new YearPlan(year, policy.groupChecksPerYear(), groups);
        });
    }

    /** One group with its loans of earlier years; empty if the scope does not see it. */
    public Optional<YearPlan.OneGroup> group(Scope scope, String groupCode, int year) {
        CheckPolicy policy = policy(year);
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            Optional<StoredGroup> stored = groups(connection, scope).stream()
                    .filter(group -> group.code().equals(groupCode))
                    .findFirst();
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            Facts facts = facts(connection, scope, year);
            return Optional.of(new YearPlan.OneGroup(
                    year,
                    policy.groupChecksPerYear(),
                    group(stored.get(), facts, policy),
                    facts.loans.getOrDefault(groupCode, List.of())));
        });
    }

    /** Which villages and communes are marked as difficult. */
    public Set<String> difficult() {
        return transactions.executeRead(status -> difficult(status.getConnection()));
    }

    private CheckPolicy policy(int year) {
        return policies.on(LocalDate.of(year, 12, 31)).policy();
    }

    /** What the year's plan is worked out from. */
    private record Facts(
            Map<String, List<YearPlan.Loan>> loans,
            Map<String, List<PlannedCheck>> inspections,
            Map<String, List<LocalDate>> inspected,
            Set<String> difficult) {}

    private Facts facts(Connection connection, Scope scope, int year) throws SQLException {
        InScope inPlan = InScope.of(scope, "commune_code", "village_code", "group_code");
        Map<UUID, PlannedCheck> ofLoans = new HashMap<>();
        Map<String, List<PlannedCheck>> ofGroups = new HashMap<>();
        for (PlannedCheck check : planned.of(connection, inPlan, year)) {
            if (check.loanId() != null) {
                ofLoans.put(check.loanId(), check);
            } else if (check.groupCode() != null) {
                ofGroups.computeIfAbsent(check.groupCode(), code -> new ArrayList<>())
                        .add(check);
            }
        }
        Set<String> communes = new HashSet<>(Sql.list(
                connection,
                "SELECT DISTINCT commune_code FROM loan WHERE status = 'OPEN' AND " + inPlan.sql(),
                row -> row.getString(1),
                inPlan.after()));
        communes.addAll(scope.communes());
        Map<UUID, LocalDate> checked = made.ofLoans(connection, communes, year);
        Map<String, List<YearPlan.Loan>> loans = Sql.list(
                        connection,
                        """
                        SELECT id, number, borrower_name, group_code, disbursed_on, outstanding FROM loan
                        WHERE status = 'OPEN' AND group_code IS NOT NULL AND disbursed_on < ? AND
                        """
                                + inPlan.sql() + " ORDER BY borrower_search, number",
                        row -> Map.entry(row.getString("group_code"), loan(row, checked, ofLoans)),
                        inPlan.after(LocalDate.of(year, 1, 1)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return new Facts(loans, ofGroups, made.ofGroups(connection, communes, year), difficult(connection));
    }

    private static YearPlan.Loan loan(ResultSet row, Map<UUID, LocalDate> checked, Map<UUID, PlannedCheck> plannedOf)
            throws SQLException {
        UUID id = UUID.fromString(row.getString("id"));
        long outstanding = row.getLong("outstanding");
        @Nullable Long owed = row.wasNull() ? null : outstanding;
        String disbursedOn = row.getString("disbursed_on");
        return new YearPlan.Loan(
                id,
                row.getString("number"),
                row.getString("borrower_name"),
                disbursedOn == null ? null : LocalDate.parse(disbursedOn),
                owed,
                checked.get(id),
                plannedOf.get(id));
    }

    private static YearPlan.Group group(StoredGroup group, Facts facts, CheckPolicy policy) {
        List<YearPlan.Loan> loans = facts.loans.getOrDefault(group.code(), List.of());
        boolean difficult = facts.difficult.contains(group.commune())
                || (group.village() != null && facts.difficult.contains(group.village()));
        int percent = difficult ? policy.earlierLoansPercentDifficult() : policy.earlierLoansPercent();
        return new YearPlan.Group(
                group.code(),
                group.name(),
                group.commune(),
                group.village(),
                group.association(),
                group.leaderName(),
                difficult,
                facts.inspected.getOrDefault(group.code(), List.of()),
                facts.inspections.getOrDefault(group.code(), List.of()),
                loans.size(),
                (loans.size() * percent + 99) / 100,
                (int) loans.stream().filter(loan -> loan.checkedOn() != null).count(),
                (int) loans.stream()
                        .filter(loan -> loan.planned() != null || loan.checkedOn() != null)
                        .count());
    }

    private static List<StoredGroup> groups(Connection connection, Scope scope) throws SQLException {
        InScope inScope = InScope.of(scope, "commune_code", "village_code", "code");
        return Sql.list(
                connection,
                "SELECT * FROM savings_group WHERE " + inScope.sql()
                        + " ORDER BY commune_code, village_code, name, code",
                GroupStore::read,
                inScope.after());
    }

    private static Set<String> difficult(Connection connection) throws SQLException {
        return new HashSet<>(Sql.list(connection, "SELECT area_code FROM difficult_area", row -> row.getString(1)));
    }
}

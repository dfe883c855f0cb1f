package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.loan.RosterFindings.Code;
import vn.sothon.server.loan.importer.LoanRow;
import vn.sothon.server.loan.importer.Roster;
import vn.sothon.server.loan.importer.RosterColumn;
import vn.sothon.server.loan.importer.RosterComparison;
import vn.sothon.server.loan.importer.RosterDiff;
import vn.sothon.server.loan.importer.RosterKind;

/** Works out what one roster of loans changes; reads, and writes nothing. */
final class LoanPlanning {
    /** Up to so many loans may go from a commune at once, however few it has. */
    private static final int FEW = 20;

    private final Connection connection;
    private final Stores stores;
    private final RosterPlaces places;
    private final RosterFindings findings;
    private final Roster roster;
    private final LocalDate period;
    private final Map<String, StoredLoan> known = new HashMap<>();
    private final Map<String, GroupVotes> votes = new LinkedHashMap<>();
    private final Map<String, String> programmes = new TreeMap<>();
    private Map<String, StoredGroup> groups = Map.of();
    private Map<String, LocalDate> newest = Map.of();
    private int leftOut;

    /** What planning reads from. */
    @Singleton
    record Stores(LoanStore loans, DueCheckStore checks, GroupStore groups, ProgrammeStore programmes) {}

    LoanPlanning(
            Connection connection,
            Stores stores,
            RosterPlaces places,
            RosterFindings findings,
            Roster roster,
            LocalDate period) {
        this.connection = connection;
        this.stores = stores;
        this.places = places;
        this.findings = findings;
        this.roster = roster;
        this.period = period;
    }

    LoanPlan plan(CheckPolicies.InForce policy) throws SQLException {
        List<String> numbers = roster.loans().stream().map(LoanRow::loanNumber).toList();
        remember(stores.loans().byNumbers(connection, numbers));
        groups = stores.groups().byCodes(connection, groupCodes());
        places.learn(roster.loans(), groups);
        List<LoanRow> rows = accepted(placed());
        rows.forEach(this::learn);
        Set<String> closable = closable(rows);

        Roster understood = with(rows);
        Map<UUID, List<DueCheck>> checks = stores.checks()
                .of(connection, known.values().stream().map(StoredLoan::id).toList());
        RosterDiff diff = RosterComparison.of(
                understood,
                known.values().stream()
                        .map(loan -> loan.known(owes(checks, loan)))
                        .toList(),
                LoanField.COLUMNS,
                loan -> closable.contains(loan.loanNumber()));
        DueCheckRules rules = new DueCheckRules(policy, period, newest);
        return new LoanChanges(this::fits, roster.kind(), period, known, checks, rules)
                .plan(
                        understood,
                        diff,
                        groupChanges(),
                        stores.programmes().missing(connection, programmes),
                        leftOut,
                        findings);
    }

    private void remember(Collection<StoredLoan> loans) {
        loans.forEach(loan -> known.put(loan.number(), loan));
    }

    private Set<String> groupCodes() {
        return roster.loans().stream()
                .map(LoanRow::groupCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The rows with codes of registered places, where those are known. */
    private List<LoanRow> placed() {
        List<LoanRow> placed = new ArrayList<>();
        for (LoanRow row : roster.loans()) {
            StoredLoan loan = known.get(row.loanNumber());
            if (loan == null && !bringsLoans()) {
                findings.add(Code.LOAN_UNKNOWN, row.rowNumber(), row.loanNumber());
                leftOut++;
                continue;
            }
            Optional<RosterPlaces.Place> place = places.of(row, loan);
            if (place.isEmpty()) {
                leftOut++;
                continue;
            }
            String name =
                    row.borrowerName() != null ? row.borrowerName() : loan == null ? row.loanNumber() : loan.borrower();
            placed.add(LoanRow.of(
                    row.rowNumber(),
                    row.values()
                            .with(RosterColumn.BORROWER_NAME, name)
                            .with(RosterColumn.COMMUNE_CODE, place.get().commune())
                            .with(RosterColumn.VILLAGE_CODE, place.get().village())));
        }
        return placed;
    }

    /** Without rows of which a newer roster has told already. */
    private List<LoanRow> accepted(List<LoanRow> placed) throws SQLException {
        Set<String> communes = placed.stream()
                .map(row -> Objects.requireNonNull(row.communeCode()))
                .collect(Collectors.toSet());
        newest = stores.loans().newestPeriods(connection, communes);
        List<LoanRow> accepted = new ArrayList<>();
        for (LoanRow row : placed) {
            StoredLoan loan = known.get(row.loanNumber());
            LocalDate told = loan == null ? newest.get(row.communeCode()) : loan.period();
            if (told != null && told.isAfter(period)) {
                findings.add(Code.OLDER_THAN_KNOWN, row.rowNumber(), told.toString());
                leftOut++;
            } else {
                accepted.add(row);
            }
        }
        return accepted;
    }

    private void learn(LoanRow row) {
        String group = row.groupCode();
        if (group != null) {
            votes.computeIfAbsent(group, code -> new GroupVotes())
                    .add(row, Objects.requireNonNull(row.communeCode()), row.villageCode());
        }
        String programme = row.programmeCode();
        if (programme != null) {
            String name = row.programmeName() == null ? programme : row.programmeName();
            programmes.merge(programme, name, (first, other) -> first.equals(programme) ? other : first);
        }
    }

    /** Numbers of the loans that this roster would have named if they still existed. */
    private Set<String> closable(List<LoanRow> rows) throws SQLException {
        Set<String> closable = new HashSet<>();
        if (!roster.kind().isFull()) {
            return closable;
        }
        Set<String> named = roster.loans().stream().map(LoanRow::loanNumber).collect(Collectors.toSet());
        Set<String> communes =
                rows.stream().map(LoanRow::communeCode).filter(Objects::nonNull).collect(Collectors.toSet());
        List<StoredLoan> open = stores.loans().openIn(connection, communes);
        remember(open);
        Map<String, List<StoredLoan>> byCommune =
                open.stream().collect(Collectors.groupingBy(StoredLoan::commune, TreeMap::new, Collectors.toList()));
        byCommune.forEach((commune, loans) -> {
            List<StoredLoan> missing = loans.stream()
                    .filter(loan -> !named.contains(loan.number()) && !isNewer(loan.period()))
                    .toList();
            if (missing.size() > FEW && missing.size() * 2 > loans.size()) {
                findings.add(Code.MOST_LOANS_MISSING, 0, commune + ": " + missing.size() + " / " + loans.size());
            } else {
                missing.forEach(loan -> closable.add(loan.number()));
            }
        });
        return closable;
    }

    private boolean isNewer(@Nullable LocalDate told) {
        return told != null && told.isAfter(period);
    }

    private List<GroupChange> groupChanges() {
        List<GroupChange> changes = new ArrayList<>();
        votes.forEach((code, vote) -> {
            StoredGroup before = groups.get(code);
            // A report of some loans knows too few of a group to change it.
            if (before == null || bringsLoans()) {
                GroupChange change = GroupChange.of(before, vote.group(code, before));
                if (!change.isNone()) {
                    changes.add(change);
                }
            }
        });
        return changes;
    }

    private boolean fits(StoredLoan loan) {
        String village = loan.village();
        return village == null || places.contains(loan.commune(), village);
    }

    private boolean bringsLoans() {
        return roster.kind() == RosterKind.CREDIT_FILE_31 || roster.kind() == RosterKind.STATEMENT_10;
    }

    private static boolean owes(Map<UUID, List<DueCheck>> checks, StoredLoan loan) {
        return checks.getOrDefault(loan.id(), List.of()).stream().anyMatch(DueCheck::isOpen);
    }

    private Roster with(List<LoanRow> rows) {
        return new Roster(
                roster.kind(),
                period,
                roster.periodSource(),
                roster.columns(),
                roster.rowsRead(),
                rows,
                roster.customersWithSavingsOnly(),
                roster.groupLeaders(),
                roster.problems(),
                roster.skipped(),
                roster.merged(),
                roster.sums());
    }
}

package vn.sothon.server.loan;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.id.Uuid7;
import vn.sothon.model.json.Json;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.loan.RosterOutcome.Result;
import vn.sothon.server.loan.importer.GroupLeaderRow;
import vn.sothon.server.loan.importer.MergedRows;
import vn.sothon.server.loan.importer.Roster;
import vn.sothon.server.loan.importer.RosterKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;

/**
 * Applies rosters. What a roster changes is worked out first and written then in transactions of at most
 * {@value #MOST_ROWS} feed rows; should the server stop in between, the same roster brings the rest.
 */
@Singleton
public class RosterService {
    static final int MOST_ROWS = 500;

    /** An office may draw up the month's roster some days before the month ends. */
    private static final int DAYS_AHEAD = 7;

    /** A moved group writes two feed rows. */
    private static final int GROUPS_AT_ONCE = MOST_ROWS / 2;

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final AreaLookup areas;
    private final CheckPolicies policies;
    private final LoanPlanning.Stores stores;
    private final LoanWriter loans;
    private final RosterSteps steps;
    private final RosterUndoing undoing;

    RosterService(
            TransactionOperations<Connection> transactions,
            Writer writer,
            AreaLookup areas,
            CheckPolicies policies,
            LoanPlanning.Stores stores,
            LoanWriter loans,
            RosterSteps steps,
            RosterUndoing undoing) {
        this.transactions = transactions;
        this.writer = writer;
        this.areas = areas;
        this.policies = policies;
        this.stores = stores;
        this.loans = loans;
        this.steps = steps;
        this.undoing = undoing;
    }

    /** What a roster would do, worked out as for applying it; nothing is stored. */
    public RosterPreview preview(Roster roster, @Nullable String communeCode, LocalDate today) {
        LocalDate period = roster.period() == null ? today : roster.period();
        RosterFindings findings = new RosterFindings();
        findings.addAll(roster.problems());
        RosterPlaces places = new RosterPlaces(areas, communeCode, findings);
        if (roster.kind() == RosterKind.GROUP_LEADERS_12) {
            return RosterPreview.of(roster, period, plan(roster, places, findings), findings.all());
        }
        return RosterPreview.of(roster, period, plan(roster, period, places, findings), findings.all());
    }

    /**
     * Makes a commune's loans what they were before its last import, unless something relies on them by now.
     *
     * @param by who wants it so
     */
    public synchronized RosterUndo undo(String communeCode, String by, Instant now) {
        return undoing.undo(communeCode, by, now);
    }

    /**
     * Applies a roster; one at a time, since the next is compared with what this one leaves. A roster without a day of
     * its own counts as of today. Applying it again changes nothing.
     *
     * @throws AdminRefused when its day has not come: every later roster would be taken for an older one
     */
    public synchronized RosterOutcome apply(Roster roster, RosterSource source, Instant now) {
        LocalDate told = roster.period();
        LocalDate today = DueDates.day(now);
        LocalDate period = told == null ? today : told;
        if (period.isAfter(today.plusDays(DAYS_AHEAD))) {
            throw new AdminRefused("PERIOD_IN_FUTURE", RosterSentences.of("PERIOD_IN_FUTURE", period));
        }
        RosterFindings findings = new RosterFindings();
        findings.addAll(roster.problems());
        RosterPlaces places = new RosterPlaces(areas, source.communeCode(), findings);
        UUID id = new Uuid7(now::toEpochMilli, new SecureRandom()).next();
        RosterOutcome outcome = roster.kind() == RosterKind.GROUP_LEADERS_12
                ? leaders(id, roster, source, period, places, findings, now)
                : loans(id, roster, source, period, places, findings, now);
        writer.write(tx -> record(tx, outcome, source, now));
        return outcome;
    }

    private LoanPlan plan(Roster roster, LocalDate period, RosterPlaces places, RosterFindings findings) {
        return transactions.executeRead(
                status -> new LoanPlanning(status.getConnection(), stores, places, findings, roster, period)
                        .plan(policies.on(period)));
    }

    private RosterOutcome loans(
            UUID id,
            Roster roster,
            RosterSource source,
            LocalDate period,
            RosterPlaces places,
            RosterFindings findings,
            Instant now) {
        LoanPlan plan = plan(roster, period, places, findings);
        source.require(plan.touched());
        if (!plan.programmes().isEmpty()) {
            writer.write(tx -> putProgrammes(tx, plan.programmes()));
        }
        begin(id, transactions.executeRead(status -> plan.communes(status.getConnection(), stores.loans())), now);
        write(id, plan.groups());
        int owed = 0;
        for (List<LoanStep> work : LoanStep.works(plan.steps(), MOST_ROWS)) {
            owed += writer.write(tx -> loans.write(tx, id, work, plan.rules()));
        }
        for (List<UUID> some : parts(plan.confirmed(), MOST_ROWS)) {
            writer.write(tx -> confirm(tx, id, some, period));
        }
        boolean nothing = plan.steps().isEmpty()
                && plan.groups().isEmpty()
                && plan.programmes().isEmpty();
        return new RosterOutcome(
                id,
                nothing ? Result.UNCHANGED : Result.APPLIED,
                roster.kind(),
                period,
                roster.rowsRead(),
                plan.diff().added().size(),
                plan.diff().changed().size(),
                plan.diff().unchanged().size(),
                plan.closed(),
                plan.diff().unaccounted(),
                plan.leftOut(),
                mergedRows(roster),
                notCountedAgain(roster),
                (int) plan.groups().stream().filter(GroupChange::isNew).count(),
                (int) plan.groups().stream().filter(change -> !change.isNew()).count(),
                owed,
                findings.all());
    }

    private GroupLeaderPlanning.Plan plan(Roster roster, RosterPlaces places, RosterFindings findings) {
        return transactions.executeRead(status -> {
            Map<String, StoredGroup> known =
                    stores.groups().byCodes(status.getConnection(), codes(roster.groupLeaders()));
            Map<String, StoredGroup> near =
                    stores.groups().inCommunes(status.getConnection(), places.communes(roster.groupLeaders()));
            return new GroupLeaderPlanning(places, findings, known, near).plan(roster.groupLeaders());
        });
    }

    private RosterOutcome leaders(
            UUID id,
            Roster roster,
            RosterSource source,
            LocalDate period,
            RosterPlaces places,
            RosterFindings findings,
            Instant now) {
        GroupLeaderPlanning.Plan plan = plan(roster, places, findings);
        source.require(GroupChange.communes(plan.changes()));
        begin(id, GroupChange.communes(plan.changes()), now);
        write(id, plan.changes());
        int added = (int) plan.changes().stream().filter(GroupChange::isNew).count();
        int changed = plan.changes().size() - added;
        return new RosterOutcome(
                id,
                plan.changes().isEmpty() ? Result.UNCHANGED : Result.APPLIED,
                roster.kind(),
                period,
                roster.rowsRead(),
                added,
                changed,
                plan.unchanged(),
                List.of(),
                List.of(),
                plan.leftOut(),
                mergedRows(roster),
                0,
                added,
                changed,
                0,
                findings.all());
    }

    /** An import that changes nothing leaves the one before it as the last. */
    private void begin(UUID id, Set<String> communes, Instant now) {
        if (!communes.isEmpty()) {
            writer.write(tx -> {
                steps.begin(tx, id, communes, now);
                return communes.size();
            });
        }
    }

    private void write(UUID id, List<GroupChange> groups) {
        for (List<GroupChange> some : parts(groups, GROUPS_AT_ONCE)) {
            writer.write(tx -> putGroups(tx, id, some));
        }
    }

    private int putGroups(Tx tx, UUID id, List<GroupChange> changes) throws SQLException {
        for (GroupChange change : changes) {
            stores.groups().put(tx, change);
            steps.group(tx.connection(), id, change);
        }
        return changes.size();
    }

    private int putProgrammes(Tx tx, Map<String, String> programmes) throws SQLException {
        for (Map.Entry<String, String> programme : programmes.entrySet()) {
            stores.programmes().put(tx, programme.getKey(), programme.getValue());
        }
        return programmes.size();
    }

    private int confirm(Tx tx, UUID id, List<UUID> ids, LocalDate period) throws SQLException {
        steps.confirmed(tx.connection(), id, ids);
        stores.loans().confirm(tx.connection(), ids, period);
        return ids.size();
    }

    private static int record(Tx tx, RosterOutcome outcome, RosterSource source, Instant now) throws SQLException {
        return Sql.update(
                tx.connection(),
                """
                INSERT INTO roster_import (id, file_name, sha256, kind, period, imported_at, imported_by, outcome)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                outcome.id(),
                source.fileName(),
                source.sha256(),
                outcome.kind(),
                outcome.period(),
                now.toEpochMilli(),
                source.importedBy(),
                Json.write(outcome));
    }

    private static Set<String> codes(List<GroupLeaderRow> rows) {
        return rows.stream()
                .map(GroupLeaderRow::groupCode)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static int mergedRows(Roster roster) {
        return roster.merged().stream()
                .mapToInt(rows -> rows.mergedRows().size())
                .sum();
    }

    private static long notCountedAgain(Roster roster) {
        return roster.merged().stream()
                .mapToLong(MergedRows::outstandingNotCountedAgain)
                .sum();
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }
}

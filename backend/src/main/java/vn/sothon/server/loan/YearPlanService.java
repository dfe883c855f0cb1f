package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.access.Scope;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** Shares the year's checks out among people: each then stands among that person's work on the phone. */
@Singleton
public class YearPlanService {
    private static final int MOST_AT_ONCE = 200;

    private final YearPlanLookup plans;
    private final PlannedChecks planned;
    private final Inspectors inspectors;
    private final Writer writer;
    private final ServerClock clock;

    YearPlanService(
            YearPlanLookup plans, PlannedChecks planned, Inspectors inspectors, Writer writer, ServerClock clock) {
        this.plans = plans;
        this.planned = planned;
        this.inspectors = inspectors;
        this.writer = writer;
        this.clock = clock;
    }

    /** What is asked of somebody. */
    public record Asked(UUID personId, LocalDate dueOn, String by) {}

    /**
     * Asks a person to inspect a group; an inspection still open is taken from whoever had it.
     *
     * @throws AdminRefused {@code UNKNOWN_GROUP}, {@code WRONG_DAY}, {@code WRONG_PERSON}
     */
    public void inspect(Scope scope, String groupCode, int year, Asked asked) {
        YearPlan.Group group = require(scope, groupCode, year).group();
        require(asked, year, group, true);
        writer.write(tx -> {
            List<PlannedCheck> before = planned.inspections(tx.connection(), groupCode, year);
            PlannedCheck check = before.stream()
                    .filter(PlannedCheck::isOpen)
                    .findFirst()
                    .map(open -> open.to(asked.personId(), asked.dueOn()))
                    .orElseGet(() ->
                            fresh(PlannedCheck.ofGroup(groupCode, year, before.size() + 1), year, group, null, asked));
            planned.put(tx, check, asked.by(), clock.now());
            return check.id();
        });
    }

    /**
     * Asks a person to check loans of one group; loans of another, and those checked already, are passed over.
     *
     * @return how many
     */
    public int check(Scope scope, String groupCode, Collection<UUID> loans, int year, Asked asked) {
        YearPlan.OneGroup one = require(scope, groupCode, year);
        require(asked, year, one.group(), false);
        List<YearPlan.Loan> chosen = one.loans().stream()
                .filter(loan -> loans.contains(loan.id()) && loan.checkedOn() == null)
                .limit(MOST_AT_ONCE)
                .toList();
        if (chosen.isEmpty()) {
            throw new AdminRefused("NO_LOANS", "None of the loans is one of this group that is still to be checked.");
        }
        return writer.write(tx -> {
            List<UUID> ids = chosen.stream()
                    .map(loan -> PlannedCheck.ofLoan(loan.id(), year))
                    .toList();
            Map<UUID, PlannedCheck> before = planned.byIds(tx.connection(), ids).stream()
                    .collect(Collectors.toMap(PlannedCheck::id, Function.identity()));
            for (YearPlan.Loan loan : chosen) {
                UUID id = PlannedCheck.ofLoan(loan.id(), year);
                PlannedCheck known = before.get(id);
                PlannedCheck check = known == null
                        ? fresh(id, year, one.group(), loan.id(), asked)
                        : known.to(asked.personId(), asked.dueOn());
                planned.put(tx, check, asked.by(), clock.now());
            }
            return chosen.size();
        });
    }

    /** Asks nobody any more; what is done stays done. */
    public void withdraw(Scope scope, UUID checkId, int year) {
        boolean seen = plans.of(scope, year).groups().stream().anyMatch(group -> holds(scope, group, checkId, year));
        if (!seen) {
            throw new AdminRefused("UNKNOWN_CHECK", "No check of that id is planned here.");
        }
        writer.write(tx -> {
            for (PlannedCheck check : planned.byIds(tx.connection(), List.of(checkId))) {
                if (check.isOpen()) {
                    planned.withdraw(tx, check);
                }
            }
            return checkId;
        });
    }

    /** Marks a village or commune as difficult, or as like others again; only one the scope sees whole. */
    public void difficult(Scope scope, String communeCode, String areaCode, boolean difficult, String by) {
        if (!scope.communes().contains(communeCode)) {
            throw new AdminRefused("OUTSIDE_SCOPE", "Not your commune.");
        }
        writer.write(tx -> difficult
                ? Sql.update(
                        tx.connection(),
                        """
                        INSERT INTO difficult_area (area_code, marked_by, marked_at) VALUES (?, ?, ?)
                        ON CONFLICT (area_code) DO NOTHING
                        """,
                        areaCode,
                        by,
                        clock.millis())
                : Sql.update(tx.connection(), "DELETE FROM difficult_area WHERE area_code = ?", areaCode));
    }

    /** Who can be asked for a group's checks. */
    public List<Inspectors.Candidate> candidates(YearPlan.Group group, boolean ofGroup) {
        return inspectors.of(
                group.communeCode(), group.villageCode(), group.code(), group.association(), ofGroup, clock.today());
    }

    private boolean holds(Scope scope, YearPlan.Group group, UUID checkId, int year) {
        return group.assigned().stream().anyMatch(check -> check.id().equals(checkId))
                || (group.shared() > 0
                        && plans.group(scope, group.code(), year).stream()
                                .flatMap(one -> one.loans().stream())
                                .anyMatch(loan -> loan.planned() != null
                                        && loan.planned().id().equals(checkId)));
    }

    private YearPlan.OneGroup require(Scope scope, String groupCode, int year) {
        return plans.group(scope, groupCode, year)
                .orElseThrow(() -> new AdminRefused("UNKNOWN_GROUP", "No group " + groupCode + " is seen here."));
    }

    private void require(Asked asked, int year, YearPlan.Group group, boolean ofGroup) {
        if (asked.dueOn().getYear() != year || asked.dueOn().isBefore(clock.today())) {
            throw new AdminRefused("WRONG_DAY", "The day lies in the past or in another year.");
        }
        if (candidates(group, ofGroup).stream()
                .noneMatch(candidate -> candidate.personId().equals(asked.personId()))) {
            throw new AdminRefused("WRONG_PERSON", "This person's office does not cover the group.");
        }
    }

    private static PlannedCheck fresh(UUID id, int year, YearPlan.Group group, @Nullable UUID loanId, Asked asked) {
        return new PlannedCheck(
                id,
                year,
                group.communeCode(),
                group.villageCode(),
                group.code(),
                loanId,
                asked.dueOn(),
                asked.personId(),
                null,
                1);
    }
}

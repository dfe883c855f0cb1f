package vn.sothon.server.report;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.report.PlanProgress.UnitProgress;

/** What console and command line may ask about progress. Every question says who asks: the scope is never left out. */
@Singleton
public class ProgressLookup {
    private static final List<UUID> EVERYTHING = List.of();

    private final TransactionOperations<Connection> transactions;
    private final CellStore cells;
    private final PlanFigures plans;
    private final GroupNames groups;
    private final AreaLookup areas;
    private final ServerClock clock;

    ProgressLookup(
            TransactionOperations<Connection> transactions,
            CellStore cells,
            PlanFigures plans,
            GroupNames groups,
            AreaLookup areas,
            ServerClock clock) {
        this.transactions = transactions;
        this.cells = cells;
        this.plans = plans;
        this.groups = groups;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * How a plan is getting on, task by task in the plan's order.
     *
     * @param planId of a version, or of the plan over all its versions
     * @return empty for a plan that was never published
     */
    public Optional<PlanProgress> ofPlan(UUID planId, Period period, ProgressScope scope) {
        return transactions.executeRead(status -> plans.of(status.getConnection(), planId, period, scope));
    }

    /** The same, by the units that lead the tasks, in the order the plan first names them. */
    public List<UnitProgress> byUnit(UUID planId, Period period, ProgressScope scope) {
        return transactions.executeRead(status -> plans.byUnit(status.getConnection(), planId, period, scope));
    }

    /** Everything counted at the places of a commune that may be seen. */
    public Figures ofCommune(String commune, Period period, ProgressScope scope) {
        return transactions.executeRead(status -> {
            FiguresSum sum = new FiguresSum(clock.today());
            for (Place place : scope.in(commune)) {
                cells.byTask(status.getConnection(), place, period).forEach(sum::add);
            }
            return sum.figures();
        });
    }

    /** Everything counted at the places of a commune that may be seen, for these tasks alone. */
    public Figures ofCommune(String commune, Period period, ProgressScope scope, Collection<UUID> tasks) {
        return transactions.executeRead(status -> {
            FiguresSum sum = new FiguresSum(clock.today());
            for (Place place : scope.in(commune)) {
                for (CellStore.Sum one : cells.byTask(status.getConnection(), place, period)) {
                    if (tasks.stream().anyMatch(task -> one.task().equals(task.toString()))) {
                        sum.add(one);
                    }
                }
            }
            return sum.figures();
        });
    }

    /** Each village of a commune that may be seen, also those where nothing was done. */
    public List<PlaceProgress> byVillage(String commune, Period period, ProgressScope scope) {
        return byVillage(commune, period, scope, EVERYTHING);
    }

    /**
     * The same, but only what counts for these tasks.
     *
     * @param tasks a task and those below it; their figures are added up
     */
    public List<PlaceProgress> byVillage(String commune, Period period, ProgressScope scope, Collection<UUID> tasks) {
        Map<String, String> names = areas.within(commune).stream()
                .collect(Collectors.toMap(Area::code, Area::name, (one, other) -> one, TreeMap::new));
        Set<String> seen = scope.villages().getOrDefault(commune, Set.of());
        return transactions.executeRead(status -> each(
                status.getConnection(),
                commune,
                Place.Kind.VILLAGE,
                period,
                names,
                tasks,
                code -> scope.seesWhole(commune) || seen.contains(code)));
    }

    /** Each savings-and-loan group of a commune that may be seen, also those where nothing was done. */
    public List<PlaceProgress> byGroup(String commune, Period period, ProgressScope scope) {
        return byGroup(commune, period, scope, EVERYTHING);
    }

    /** The same, but only what counts for these tasks. */
    public List<PlaceProgress> byGroup(String commune, Period period, ProgressScope scope, Collection<UUID> tasks) {
        Set<String> seen = scope.groups().getOrDefault(commune, Set.of());
        Set<String> villages = scope.villages().getOrDefault(commune, Set.of());
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            Map<String, String> names = new TreeMap<>();
            Map<String, @Nullable String> villageOf = new TreeMap<>();
            for (GroupNames.Group group : groups.of(connection, commune)) {
                names.put(group.code(), group.name());
                villageOf.put(group.code(), group.village());
            }
            return each(connection, commune, Place.Kind.GROUP, period, names, tasks, code -> {
                String village = villageOf.get(code);
                return scope.seesWhole(commune)
                        || seen.contains(code)
                        || (village != null && villages.contains(village));
            });
        });
    }

    /**
     * The last weeks of a commune, oldest first, each whole from Monday to Sunday; weeks without anything too.
     *
     * @param task only what counts for it; absent: everything
     * @param weeks how many, the present one included
     */
    public List<WeekProgress> trendByWeek(String commune, @Nullable UUID task, int weeks, ProgressScope scope) {
        LocalDate today = clock.today();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = monday.minusWeeks(weeks - 1L);
        return transactions.executeRead(status -> {
            Map<String, FiguresSum> byWeek = new TreeMap<>();
            for (Place place : scope.in(commune)) {
                for (CellStore.Sum sum :
                        cells.byWeek(status.getConnection(), place, Period.week(first), Period.week(monday))) {
                    if (task == null || sum.task().equals(task.toString())) {
                        byWeek.computeIfAbsent(sum.period(), week -> new FiguresSum(today))
                                .add(sum);
                    }
                }
            }
            List<WeekProgress> trend = new ArrayList<>();
            for (LocalDate day = first; !day.isAfter(monday); day = day.plusWeeks(1)) {
                String week = Period.week(day);
                trend.add(new WeekProgress(
                        week,
                        day,
                        byWeek.getOrDefault(week, new FiguresSum(today)).figures()));
            }
            return trend;
        });
    }

    private List<PlaceProgress> each(
            Connection connection,
            String commune,
            Place.Kind kind,
            Period period,
            Map<String, String> names,
            Collection<UUID> tasks,
            Predicate<String> seen)
            throws SQLException {
        LocalDate today = clock.today();
        Map<String, FiguresSum> byCode = new TreeMap<>();
        names.keySet().forEach(code -> byCode.put(code, new FiguresSum(today)));
        List<CellStore.Sum> sums = new ArrayList<>();
        if (tasks.isEmpty()) {
            sums.addAll(cells.byCode(connection, commune, kind, period));
        }
        for (UUID task : tasks) {
            sums.addAll(cells.byCode(connection, commune, kind, period, task.toString()));
        }
        for (CellStore.Sum sum : sums) {
            byCode.computeIfAbsent(sum.code(), code -> new FiguresSum(today)).add(sum);
        }
        return byCode.entrySet().stream()
                .filter(one -> seen.test(one.getKey()))
                .map(one -> new PlaceProgress(
                        one.getKey(),
                        names.getOrDefault(one.getKey(), one.getKey()),
                        one.getValue().figures()))
                .toList();
    }
}

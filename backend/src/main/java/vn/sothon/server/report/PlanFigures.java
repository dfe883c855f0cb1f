package vn.sothon.server.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.model.rule.TaskTitle;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.result.TaskResultLookup;
import vn.sothon.server.plan.result.TaskResultLookup.Done;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.report.PlanProgress.TaskProgress;
import vn.sothon.server.report.PlanProgress.UnitProgress;
import vn.sothon.server.report.rollup.RolledUp;
import vn.sothon.server.report.rollup.RolledUp.Below;

/** Lays the kept sums over the tasks of a plan, those of linked tasks below included. */
@Singleton
final class PlanFigures {
    private final PlanLookup plans;
    private final RolledUp rolledUp;
    private final TaskResultLookup results;
    private final CellStore cells;
    private final ProgressScopes scopes;
    private final Jobs jobs;
    private final ServerClock clock;

    PlanFigures(
            PlanLookup plans,
            RolledUp rolledUp,
            TaskResultLookup results,
            CellStore cells,
            ProgressScopes scopes,
            Jobs jobs,
            ServerClock clock) {
        this.plans = plans;
        this.rolledUp = rolledUp;
        this.results = results;
        this.cells = cells;
        this.scopes = scopes;
        this.jobs = jobs;
        this.clock = clock;
    }

    Optional<PlanProgress> of(Connection connection, UUID planId, Period period, ProgressScope scope)
            throws SQLException {
        Laid laid = laid(connection, planId, period, scope);
        if (laid == null) {
            return Optional.empty();
        }
        List<TaskProgress> progress = new ArrayList<>();
        for (PlanTask task : laid.tasks) {
            progress.add(new TaskProgress(
                    task.id(),
                    task.key(),
                    TaskTitle.of(task.content()),
                    units(task),
                    laid.figures(List.of(task)),
                    laid.own(task),
                    laid.results(List.of(task)),
                    laid.below.getOrDefault(task.id(), List.of())));
        }
        return Optional.of(new PlanProgress(
                laid.line,
                laid.plan.title(),
                String.valueOf(laid.plan.areaCode()),
                period,
                laid.today,
                jobs.waiting(connection, ProgressChanges.KIND),
                laid.all(),
                progress));
    }

    List<UnitProgress> byUnit(Connection connection, UUID planId, Period period, ProgressScope scope)
            throws SQLException {
        Laid laid = laid(connection, planId, period, scope);
        if (laid == null) {
            return List.of();
        }
        Map<String, List<PlanTask>> byUnit = new LinkedHashMap<>();
        for (PlanTask task : laid.tasks) {
            List<String> units = units(task);
            for (String unit : units.isEmpty() ? List.of("") : units) {
                byUnit.computeIfAbsent(unit, name -> new ArrayList<>()).add(task);
            }
        }
        return byUnit.entrySet().stream()
                .map(one -> new UnitProgress(
                        one.getKey(),
                        one.getValue().stream().map(PlanTask::key).toList(),
                        laid.figures(one.getValue()),
                        laid.results(one.getValue())))
                .toList();
    }

    /** Results are a commune's or a province's own: they stand with those who see it whole. */
    private boolean seesWhole(ProgressScope scope, String area) {
        Set<String> communes = scopes.communes(area);
        return scope.everywhere() || (!communes.isEmpty() && scope.communes().containsAll(communes));
    }

    private static List<String> units(PlanTask task) {
        return task.leadUnits().isEmpty() ? task.executingUnits() : task.leadUnits();
    }

    private @Nullable Laid laid(Connection connection, UUID planId, Period period, ProgressScope scope)
            throws SQLException {
        PlanView plan = plans.find(connection, planId).orElse(null);
        if (plan == null || plan.line() == null || plan.areaCode() == null) {
            return null;
        }
        List<PlanTask> tasks = plans.tasks(connection, plan.id());
        Laid laid = new Laid(plan, plan.line(), tasks, rolledUp.below(connection, tasks), clock.today());
        Set<String> communes = scopes.communes(plan.areaCode());
        Set<String> seen = new TreeSet<>(communes);
        if (!scope.everywhere()) {
            seen.retainAll(scope.named());
        }
        for (String commune : seen) {
            for (Place place : scope.in(commune)) {
                cells.byTask(connection, place, period).forEach(laid::add);
            }
        }
        LocalDate first = period.from().atDay(1);
        LocalDate last = period.to().atEndOfMonth();
        laid.results.putAll(results.done(connection, laid.ids(tasks), first, last, area -> seesWhole(scope, area)));
        return laid;
    }

    /** A plan with the sums that concern it. */
    private static final class Laid {
        private final PlanView plan;
        private final UUID line;
        private final List<PlanTask> tasks;
        private final LocalDate today;
        private final Map<UUID, List<Below>> below;
        private final Map<UUID, Done> results = new HashMap<>();
        private final Map<String, List<CellStore.Sum>> byTask = new HashMap<>();

        Laid(PlanView plan, UUID line, List<PlanTask> tasks, Map<UUID, List<Below>> below, LocalDate today) {
            this.plan = plan;
            this.line = line;
            this.tasks = tasks;
            this.below = below;
            this.today = today;
        }

        void add(CellStore.Sum sum) {
            byTask.computeIfAbsent(sum.task(), task -> new ArrayList<>()).add(sum);
        }

        Figures all() {
            FiguresSum sum = new FiguresSum(today);
            byTask.values().forEach(sums -> sums.forEach(sum::add));
            return sum.figures();
        }

        Figures own(PlanTask task) {
            FiguresSum sum = new FiguresSum(today);
            add(sum, task.id());
            return sum.figures();
        }

        Figures figures(List<PlanTask> some) {
            FiguresSum sum = new FiguresSum(today);
            ids(some).forEach(id -> add(sum, id));
            return sum.figures();
        }

        @Nullable
        Done results(List<PlanTask> some) {
            return ids(some).stream()
                    .map(results::get)
                    .filter(Objects::nonNull)
                    .reduce(Done::and)
                    .orElse(null);
        }

        /** Of these tasks and those below them. */
        Set<UUID> ids(List<PlanTask> some) {
            Set<UUID> ids = new TreeSet<>();
            for (PlanTask task : some) {
                ids.add(task.id());
                below.getOrDefault(task.id(), List.of()).forEach(one -> ids.add(one.taskId()));
            }
            return ids;
        }

        private void add(FiguresSum sum, UUID task) {
            byTask.getOrDefault(task.toString(), List.of()).forEach(sum::add);
        }
    }
}

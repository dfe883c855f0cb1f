package vn.sothon.server.console.overview;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanStatus;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.calendar.DatedDuty;
import vn.sothon.server.plan.calendar.ReportingCalendar;
import vn.sothon.server.report.Figures;
import vn.sothon.server.report.Period;
import vn.sothon.server.report.PlaceProgress;
import vn.sothon.server.report.PlanProgress;
import vn.sothon.server.report.ProgressLookup;
import vn.sothon.server.report.ProgressScope;
import vn.sothon.server.report.ProgressScopes;

/** Figures of the places a visitor answers for: by task, village, group, week; of a province, by commune. */
@Singleton
class GettingOn {
    private static final int WEEKS = 12;
    private static final int REPORT_DAYS = 30;

    private final TransactionOperations<Connection> transactions;
    private final ProgressLookup progress;
    private final ProgressScopes scopes;
    private final PlanLookup plans;
    private final ReportingCalendar calendar;
    private final AreaLookup areas;

    GettingOn(
            TransactionOperations<Connection> transactions,
            ProgressLookup progress,
            ProgressScopes scopes,
            PlanLookup plans,
            ReportingCalendar calendar,
            AreaLookup areas) {
        this.transactions = transactions;
        this.progress = progress;
        this.scopes = scopes;
        this.plans = plans;
        this.calendar = calendar;
        this.areas = areas;
    }

    /**
     * Checks that loans of a place owe: due and made with a day in this year; overdue, whatever year.
     *
     * @param percent of those due, made; 0 where none is due
     */
    public record PlaceRow(
            String name, long due, long checked, long overdue, long findings, long lateRecommendations, long percent) {}

    /** A task; {@code percent} of the one with most records. */
    public record TaskRow(UUID id, String key, String title, String units, long records, long percent) {}

    public record PlanRows(UUID id, String title, int waiting, List<TaskRow> tasks) {}

    /** The last weeks; {@code json} holds labels, checks and minutes for the chart. */
    public record Trend(List<WeekRow> weeks, String json) {
        public boolean isEmpty() {
            return weeks.stream().allMatch(week -> week.checks() + week.minutes() == 0);
        }
    }

    public record WeekRow(LocalDate monday, long checks, long minutes) {}

    private ProgressScope scope(Visitor visitor) {
        return scopes.of(List.of(visitor.grant()));
    }

    private static Period year(Visitor visitor) {
        return Period.ofYear(visitor.today().getYear());
    }

    /** Last year with this one: a check that was due in December is still owed in January. */
    private static Period bothYears(Visitor visitor) {
        int year = visitor.today().getYear();
        return new Period(YearMonth.of(year - 1, 1), YearMonth.of(year, 12));
    }

    List<PlaceRow> villages(Visitor visitor) {
        return places(
                progress.byVillage(visitor.areaCode(), year(visitor), scope(visitor)),
                progress.byVillage(visitor.areaCode(), bothYears(visitor), scope(visitor)));
    }

    List<PlaceRow> groups(Visitor visitor) {
        return places(
                progress.byGroup(visitor.areaCode(), year(visitor), scope(visitor)),
                progress.byGroup(visitor.areaCode(), bothYears(visitor), scope(visitor)));
    }

    /** A province's communes. */
    List<PlaceRow> communes(Visitor visitor) {
        ProgressScope scope = scope(visitor);
        List<PlaceRow> rows = new ArrayList<>();
        for (String commune : new TreeSet<>(scope.communes())) {
            rows.add(row(
                    areas.find(commune).map(Area::name).orElse(commune),
                    progress.ofCommune(commune, year(visitor), scope),
                    progress.ofCommune(commune, bothYears(visitor), scope)));
        }
        return rows;
    }

    private static List<PlaceRow> places(List<PlaceProgress> year, List<PlaceProgress> both) {
        Map<String, Figures> longer = new LinkedHashMap<>();
        both.forEach(place -> longer.put(place.code(), place.figures()));
        return year.stream()
                .map(place -> row(place.name(), place.figures(), longer.getOrDefault(place.code(), place.figures())))
                .toList();
    }

    private static PlaceRow row(String name, Figures year, Figures both) {
        return new PlaceRow(
                name,
                year.due(),
                year.checked(),
                both.overdue(),
                year.findings().values().stream().mapToLong(Long::longValue).sum(),
                both.lateRecommendations(),
                year.due() == 0 ? 0 : year.checked() * 100 / year.due());
    }

    List<PlanRows> plans(Visitor visitor) {
        List<PlanView> own = transactions.executeRead(status -> plans.list(status.getConnection()).stream()
                .filter(plan -> plan.status() == PlanStatus.PUBLISHED
                        && visitor.areaCode().equals(plan.areaCode()))
                .toList());
        List<PlanRows> rows = new ArrayList<>();
        for (PlanView plan : own) {
            progress.ofPlan(plan.id(), year(visitor), scope(visitor)).ifPresent(one -> rows.add(rows(plan, one)));
        }
        return rows;
    }

    private static PlanRows rows(PlanView plan, PlanProgress one) {
        long most = one.tasks().stream()
                .mapToLong(task -> task.figures().records())
                .max()
                .orElse(0);
        return new PlanRows(
                plan.id(),
                one.title(),
                one.waiting(),
                one.tasks().stream()
                        .map(task -> new TaskRow(
                                task.taskId(),
                                task.key(),
                                task.title(),
                                String.join(", ", task.units()),
                                task.figures().records(),
                                most == 0 ? 0 : task.figures().records() * 100 / most))
                        .toList());
    }

    Trend trend(Visitor visitor) {
        List<WeekRow> weeks = progress.trendByWeek(visitor.areaCode(), null, WEEKS, scope(visitor)).stream()
                .map(week -> new WeekRow(
                        week.monday(),
                        week.figures().checks() + week.figures().attempts(),
                        week.figures().minutes()))
                .toList();
        String json = Json.write(Map.of(
                "labels",
                weeks.stream()
                        .map(week -> week.monday().getDayOfMonth() + "/"
                                + week.monday().getMonthValue())
                        .toList(),
                "checks",
                weeks.stream().map(WeekRow::checks).toList(),
                "minutes",
                weeks.stream().map(WeekRow::minutes).toList()));
        return new Trend(weeks, json);
    }

    /** Reports that are late or owed within some weeks, the earliest first. */
    List<DatedDuty> reports(Visitor visitor) {
        LocalDate today = visitor.today();
        return transactions
                .<List<DatedDuty>>executeRead(status -> calendar.dueBetween(
                        status.getConnection(),
                        List.of(visitor.areaCode()),
                        LocalDate.of(today.getYear(), 1, 1),
                        today.plusDays(REPORT_DAYS)))
                .stream()
                .filter(duty -> !duty.isDone())
                .toList();
    }
}

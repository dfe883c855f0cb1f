package vn.sothon.server.console.plans;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionOperations;
import io.swagger.v3.oas.annotations.Hidden;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.plan.PlanTaskLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.http.Refusal;
import vn.sothon.server.report.Figures;
import vn.sothon.server.report.Period;
import vn.sothon.server.report.PlanProgress;
import vn.sothon.server.report.PlanProgress.TaskProgress;
import vn.sothon.server.report.rollup.RolledUp;

/** How far has this task come, and where has nothing been done for it yet? */
@Hidden
@Controller("/plans/{id}/tasks/{task}")
@InSection(Section.PLANS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TaskProgressController {
    private final PlanReach reach;
    private final PlanTaskLookup tasks;
    private final TransactionOperations<Connection> transactions;
    private final TaskPlaces counted;
    private final Pages pages;

    TaskProgressController(
            PlanReach reach,
            PlanTaskLookup tasks,
            TransactionOperations<Connection> transactions,
            TaskPlaces counted,
            Pages pages) {
        this.reach = reach;
        this.tasks = tasks;
        this.transactions = transactions;
        this.counted = counted;
        this.pages = pages;
    }

    /** A place with what was done there for the task. */
    public record PlaceRow(String name, long records, long findings) {}

    /** Places of one kind: those where something was done, and the names of those where nothing was. */
    public record Places(String kind, List<PlaceRow> begun, List<String> missing) {}

    /**
     * One task in one year.
     *
     * @param opensRecords the visitor may read the records themselves
     */
    public record One(
            PlanView plan,
            PlanTask task,
            int year,
            @Nullable TaskProgress progress,
            int waiting,
            List<Places> places,
            boolean opensRecords) {
        public long findings() {
            return progress == null ? 0 : TaskProgressController.findings(progress.figures());
        }
    }

    static long findings(Figures figures) {
        return figures.findings().values().stream().mapToLong(Long::longValue).sum();
    }

    @Get
    HttpResponse<String> one(
            HttpRequest<?> request, Visitor visitor, UUID id, UUID task, @QueryValue @Nullable Integer year) {
        PlanView plan = reach.read(visitor, id);
        PlanTask known = transactions
                .executeRead(status -> tasks.find(status.getConnection(), task))
                .filter(found -> found.planId().equals(plan.line()))
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
        int now = visitor.today().getYear();
        int shown = year == null || Math.abs(year - now) > 5 ? now : year;
        PlanProgress progress =
                counted.progress(plan, visitor, Period.ofYear(shown)).orElse(null);
        TaskProgress own = progress == null
                ? null
                : progress.tasks().stream()
                        .filter(one -> one.taskId().equals(task))
                        .findFirst()
                        .orElse(null);
        List<UUID> counting = new ArrayList<>(List.of(task));
        if (own != null) {
            own.below().stream().map(RolledUp.Below::taskId).forEach(counting::add);
        }
        return pages.show(
                request,
                "plans/progress",
                new One(
                        plan,
                        known,
                        shown,
                        own,
                        progress == null ? 0 : progress.waiting(),
                        counted.places(visitor, Period.ofYear(shown), counting),
                        Section.RECORDS.opensFor(visitor.role())));
    }
}

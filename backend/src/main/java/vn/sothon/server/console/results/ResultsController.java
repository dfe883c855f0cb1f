package vn.sothon.server.console.results;

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
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.plans.PlanReach;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.result.ResultRights;
import vn.sothon.server.plan.result.TargetService;
import vn.sothon.server.plan.result.TaskResultLookup;
import vn.sothon.server.platform.http.Refusal;

/** Which tasks and targets of a plan have a result this year, and which are mine to enter? */
@Hidden
@Controller("/results")
@InSection(Section.RESULTS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResultsController {
    private final PlanChoice choice;
    private final PlanReach reach;
    private final Reading reading;
    private final TransactionOperations<Connection> transactions;
    private final Pages pages;

    ResultsController(
            PlanChoice choice,
            PlanReach reach,
            Reading reading,
            TransactionOperations<Connection> transactions,
            Pages pages) {
        this.choice = choice;
        this.reach = reach;
        this.reading = reading;
        this.transactions = transactions;
        this.pages = pages;
    }

    /** What is known of a plan's tasks and targets. */
    @Singleton
    record Reading(
            PlanLookup plans, TaskResultLookup results, TargetService targets, ResultRights rights, AreaLookup areas) {}

    /** {@code mine}: the visitor may enter results of it. */
    public record TaskRow(PlanTask task, TaskResultLookup.@Nullable Done done, boolean mine) {
        public List<String> units() {
            return task.leadUnits().isEmpty() ? task.executingUnits() : task.leadUnits();
        }
    }

    /** The results of one plan in one year; without a plan only the invitation to publish one. */
    public record Results(
            List<PlanView> plans,
            @Nullable PlanView plan,
            int year,
            List<TaskRow> tasks,
            List<Goal> goals,
            boolean keeps) {
        public long withResult() {
            return tasks.stream().filter(row -> row.done() != null).count();
        }
    }

    @Get
    HttpResponse<String> all(
            HttpRequest<?> request,
            Visitor visitor,
            @QueryValue @Nullable UUID plan,
            @QueryValue @Nullable Integer year) {
        List<PlanView> plans = choice.all(visitor);
        int now = visitor.today().getYear();
        int shown = year == null || Math.abs(year - now) > 5 ? now : year;
        PlanView chosen = PlanChoice.among(plans, plan).orElse(null);
        if (chosen == null) {
            if (plan != null) {
                throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
            }
            return pages.show(request, "results/list", new Results(plans, null, shown, List.of(), List.of(), false));
        }
        Results results = transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            return new Results(
                    plans,
                    chosen,
                    shown,
                    tasks(connection, visitor, chosen, shown),
                    reading.targets().of(connection, chosen).stream()
                            .map(Goal::of)
                            .toList(),
                    reach.keeps(visitor, chosen));
        });
        return pages.show(request, "results/list", results);
    }

    /** Counts reach down to every place below; the words of a result do not. */
    private List<TaskRow> tasks(Connection connection, Visitor visitor, PlanView plan, int year) throws SQLException {
        List<PlanTask> tasks = reading.plans().tasks(connection, plan.id());
        Predicate<String> seen = area -> visitor.scope().partitions().contains(area)
                || reading.areas().path(area).contains(visitor.areaCode());
        Map<UUID, TaskResultLookup.Done> done = reading.results()
                .done(
                        connection,
                        tasks.stream().map(PlanTask::id).toList(),
                        LocalDate.of(year, 1, 1),
                        LocalDate.of(year, 12, 31),
                        seen);
        Set<UUID> mine = reading.rights().mine(connection, visitor.personId(), tasks);
        return tasks.stream()
                .map(task -> new TaskRow(task, done.get(task.id()), mine.contains(task.id())))
                .toList();
    }
}

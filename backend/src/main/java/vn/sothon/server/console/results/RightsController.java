package vn.sothon.server.console.results;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionOperations;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.office.Names;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.plans.PlanReach;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.plan.PlanLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.result.ResultRights;
import vn.sothon.server.plan.result.ResultRights.Right;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.http.Refusal;

/** Who besides the leading units may enter results of this plan? */
@Hidden
@Controller("/results/rights/{plan}")
@InSection(Section.RESULTS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RightsController {
    private static final String PAGE = "results/rights";

    private final PlanReach reach;
    private final ResultRights rights;
    private final Around around;
    private final Writer writer;
    private final AccessLog log;
    private final Pages pages;

    RightsController(PlanReach reach, ResultRights rights, Around around, Writer writer, AccessLog log, Pages pages) {
        this.reach = reach;
        this.rights = rights;
        this.around = around;
        this.writer = writer;
        this.log = log;
        this.pages = pages;
    }

    /** What a page of rights asks of its surroundings. */
    @Singleton
    record Around(
            TransactionOperations<Connection> transactions,
            PlanLookup plans,
            PersonLookup people,
            AreaLookup areas,
            Names names,
            Texts texts) {}

    /** A right in words; {@code task} is the task's number, nothing for all tasks. */
    public record Row(Right right, String person, String task, boolean holds) {}

    public record Rights(PlanView plan, List<Row> rows, List<Choice> people, List<Choice> tasks, Form form) {}

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor, UUID plan) {
        Form form = Form.empty().with("from", visitor.today().toString());
        return pages.show(request, PAGE, page(request, visitor, kept(visitor, plan), form));
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> give(HttpRequest<?> request, Visitor visitor, UUID plan, @Body Map<String, Object> posted) {
        PlanView kept = kept(visitor, plan);
        Form form = Form.of(posted);
        Rights page = page(request, visitor, kept, form);
        UUID person = chosen(form, "person", page.people());
        UUID task = chosen(form, "task", page.tasks());
        if (person == null) {
            form.refuse("person", "form.required");
        }
        LocalDate from = form.day("from").orElse(visitor.today());
        LocalDate to = form.day("to").orElse(null);
        if (form.isGood() && person != null) {
            try {
                writer.write(tx -> {
                    rights.give(tx, kept, new Right(person, task, from, to), visitor.personId());
                    return person;
                });
                log.changed(visitor, Kind.RESULT, kept.id());
                return Pages.done("/results/rights/" + plan, "done.right-given");
            } catch (AdminRefused e) {
                form.refuse("to", Ids.refusal(e));
            }
        }
        return pages.refuse(request, PAGE, page);
    }

    @Post(value = "/end", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> end(HttpRequest<?> request, Visitor visitor, UUID plan, @Body Map<String, Object> posted) {
        PlanView kept = kept(visitor, plan);
        Form form = Form.of(posted);
        UUID person = Ids.of(form.value("who")).orElseThrow(RightsController::unknown);
        UUID task = Ids.of(form.value("of")).orElse(null);
        LocalDate from = form.day("since").orElseThrow(RightsController::unknown);
        try {
            writer.write(tx -> {
                rights.end(tx, kept, new Right(person, task, from, null), visitor.personId());
                return person;
            });
        } catch (AdminRefused e) {
            throw new Refusal(HttpStatus.NOT_FOUND, e.code());
        }
        log.changed(visitor, Kind.RESULT, kept.id());
        return Pages.done("/results/rights/" + plan, "done.right-ended");
    }

    private static Refusal unknown() {
        return new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
    }

    private static @Nullable UUID chosen(Form form, String field, List<Choice> choices) {
        String value = form.value(field);
        if (choices.stream().noneMatch(choice -> choice.value().equals(value))) {
            form.refuse(field, "form.not-one-of-these");
        }
        return Ids.of(value).orElse(null);
    }

    private PlanView kept(Visitor visitor, UUID id) {
        PlanView plan = reach.kept(visitor, id);
        if (plan.line() == null) {
            throw unknown();
        }
        return plan;
    }

    private Rights page(HttpRequest<?> request, Visitor visitor, PlanView plan, Form form) {
        UUID line = Objects.requireNonNull(plan.line());
        return around.transactions().executeRead(status -> {
            Connection connection = status.getConnection();
            List<PlanTask> tasks = around.plans().tasks(connection, plan.id());
            List<Choice> keys = new ArrayList<>();
            keys.add(new Choice("", around.texts().say(Looking.locale(request), "results.all-tasks")));
            tasks.forEach(task -> keys.add(new Choice(task.id().toString(), task.key() + " " + brief(task.content()))));
            List<Row> rows = rights.of(connection, line).stream()
                    .map(right -> row(right, tasks, visitor.today()))
                    .toList();
            return new Rights(plan, rows, people(request, plan, visitor.today()), keys, form);
        });
    }

    private Row row(Right right, List<PlanTask> tasks, LocalDate today) {
        UUID wanted = right.task();
        String key = wanted == null
                ? ""
                : tasks.stream()
                        .filter(task -> task.id().equals(wanted))
                        .map(PlanTask::key)
                        .findFirst()
                        .orElse("?");
        return new Row(right, around.names().person(right.person()), key, right.holdsOn(today));
    }

    /** People with an office at the plan's place or below it. */
    private List<Choice> people(HttpRequest<?> request, PlanView plan, LocalDate today) {
        String area = Objects.requireNonNull(plan.areaCode());
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("", around.texts().say(Looking.locale(request), "results.choose-person")));
        around.people().all().stream()
                .filter(person -> person.grantsOn(today).stream()
                        .anyMatch(grant -> around.areas().path(grant.areaCode()).contains(area)))
                .sorted(Comparator.comparing((Person person) -> SearchName.of(person.name())))
                .forEach(person -> choices.add(new Choice(person.id().toString(), person.name())));
        return choices;
    }

    private static String brief(String content) {
        String line = content.replace('\n', ' ');
        return line.length() <= 70 ? line : line.substring(0, 70).strip() + "…";
    }
}

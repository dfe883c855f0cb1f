package vn.sothon.server.console.results;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Part;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionOperations;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.plan.PlanTask;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.office.Names;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.plans.PlanReach;
import vn.sothon.server.desk.PaperScan;
import vn.sothon.server.plan.PlanTaskLookup;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.result.ResultRights;
import vn.sothon.server.plan.result.TaskResult;
import vn.sothon.server.plan.result.TaskResultLookup;
import vn.sothon.server.plan.result.TaskResultService;
import vn.sothon.server.plan.result.TaskResultService.Entry;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.http.Refusal;

/** What did this task come to, and what shows it? */
@Hidden
@Controller("/results/tasks/{task}")
@InSection(Section.RESULTS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class TaskResultsController {
    private static final String ONE = "results/task";

    private final Reading reading;
    private final TaskResultService service;
    private final Evidence evidence;
    private final Writer writer;
    private final AccessLog log;
    private final Pages pages;

    TaskResultsController(
            Reading reading, TaskResultService service, Evidence evidence, Writer writer, AccessLog log, Pages pages) {
        this.reading = reading;
        this.service = service;
        this.evidence = evidence;
        this.writer = writer;
        this.log = log;
        this.pages = pages;
    }

    /** What is known of a task, and of who may enter its results. */
    @Singleton
    record Reading(
            TransactionOperations<Connection> transactions,
            PlanReach reach,
            PlanTaskLookup tasks,
            TaskResultLookup results,
            ResultRights rights,
            Names names) {}

    /**
     * One task.
     *
     * @param history newest first, corrected entries too
     * @param corrected the result the form corrects
     */
    public record One(
            PlanView plan,
            PlanTask task,
            List<TaskResult> history,
            @Nullable TaskResult corrected,
            boolean mine,
            Form form,
            LocalDate today,
            Names names,
            long most) {}

    @Get
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID task, @QueryValue @Nullable UUID corrects) {
        Form form = Form.empty()
                .with("id", UUID.randomUUID().toString())
                .with("doneOn", visitor.today().toString())
                .with("corrects", corrects == null ? "" : corrects.toString());
        One page = page(visitor, task, form);
        TaskResult corrected = page.corrected();
        if (corrected != null) {
            form.with("doneOn", corrected.doneOn().toString())
                    .with("text", corrected.text())
                    .with("documentNumber", corrected.documentNumber());
        }
        return pages.show(request, ONE, page);
    }

    @Get("/{result}/file")
    HttpResponse<byte[]> file(Visitor visitor, UUID task, UUID result) throws IOException {
        TaskResult wanted = page(visitor, task, Form.empty()).history().stream()
                .filter(entry -> entry.id().equals(result))
                .findFirst()
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
        log.saw(visitor, Kind.RESULT, List.of(result));
        return evidence.show(wanted.file());
    }

    @Post(consumes = MediaType.MULTIPART_FORM_DATA)
    HttpResponse<String> enter(
            HttpRequest<?> request,
            Visitor visitor,
            UUID task,
            @Part("id") @Nullable String id,
            @Part("corrects") @Nullable String corrects,
            @Part("doneOn") @Nullable String doneOn,
            @Part("text") @Nullable String text,
            @Part("documentNumber") @Nullable String documentNumber,
            @Part("nothing") @Nullable String nothing,
            @Part("file") @Nullable CompletedFileUpload file)
            throws IOException {
        Form form = Form.empty()
                .with("id", id)
                .with("corrects", corrects)
                .with("doneOn", doneOn)
                .with("text", text)
                .with("documentNumber", documentNumber)
                .with("nothing", nothing);
        One page = page(visitor, task, form);
        if (!page.mine()) {
            throw new Refusal(HttpStatus.FORBIDDEN, "NOT_YOUR_SECTION");
        }
        if (form.value("doneOn").isEmpty()) {
            form.refuse("doneOn", "form.required");
        }
        LocalDate day = form.day("doneOn").orElse(visitor.today());
        if (day.isAfter(visitor.today())) {
            form.refuse("doneOn", "results.refused.DAY_TOO_LATE");
        }
        String words = form.required("text", 4000);
        String number = form.optional("documentNumber", 100);
        Optional<String> sent = form.isGood() ? evidence.take(form, "file", file) : Optional.empty();
        if (form.isGood()) {
            TaskResult corrected = page.corrected();
            String kept = corrected == null ? null : corrected.file();
            Entry entry = new Entry(
                    Ids.of(form.value("id")).orElseGet(UUID::randomUUID),
                    day,
                    words,
                    number,
                    sent.orElse(kept),
                    corrected == null ? null : corrected.id(),
                    corrected != null && form.checked("nothing"));
            try {
                TaskResult entered = writer.write(tx -> service.enter(tx, task, entry, visitor.personId()));
                log.changed(visitor, Kind.RESULT, entered.id());
                return Pages.done("/results/tasks/" + task, "done.result-entered");
            } catch (AdminRefused e) {
                form.refuse("text", Ids.refusal(e));
            }
        }
        return pages.refuse(request, ONE, page);
    }

    private One page(Visitor visitor, UUID id, Form form) {
        return reading.transactions().executeRead(status -> {
            Connection connection = status.getConnection();
            PlanTask task = reading.tasks()
                    .find(connection, id)
                    .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
            PlanView plan = reading.reach().read(visitor, task.planId());
            List<TaskResult> history = reading
                    .results()
                    .ofTask(connection, id, visitor.scope().partitions())
                    .stream()
                    .sorted(Comparator.comparing(TaskResult::doneOn)
                            .thenComparing(TaskResult::enteredAt)
                            .reversed())
                    .toList();
            boolean mine = reading.rights()
                    .mine(connection, visitor.personId(), List.of(task))
                    .contains(id);
            UUID corrects = Ids.of(form.value("corrects")).orElse(null);
            TaskResult corrected = history.stream()
                    .filter(entry -> entry.head() && entry.id().equals(corrects))
                    .findFirst()
                    .orElse(null);
            if (corrects != null && corrected == null) {
                throw new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND");
            }
            return new One(
                    plan, task, history, corrected, mine, form, visitor.today(), reading.names(), PaperScan.LARGEST);
        });
    }
}

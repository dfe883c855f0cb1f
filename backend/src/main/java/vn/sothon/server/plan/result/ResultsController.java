package vn.sothon.server.plan.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.access.Caller;
import vn.sothon.server.access.Scopes;
import vn.sothon.server.plan.PlanRefusals;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Results of tasks, entered and read by the people of the plan's places. */
@Controller("/api/v1/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ResultsController {
    private final TaskResultService service;
    private final TaskResultLookup lookup;
    private final Scopes scopes;
    private final Writer writer;
    private final TransactionOperations<Connection> transactions;
    private final ServerClock clock;

    ResultsController(
            TaskResultService service,
            TaskResultLookup lookup,
            Scopes scopes,
            Writer writer,
            TransactionOperations<Connection> transactions,
            ServerClock clock) {
        this.service = service;
        this.lookup = lookup;
        this.scopes = scopes;
        this.writer = writer;
        this.transactions = transactions;
        this.clock = clock;
    }

    record Results(@JsonProperty("results") List<TaskResult> results) {}

    @Get(uri = "/{taskId}/results", produces = MediaType.APPLICATION_JSON)
    String results(Caller caller, UUID taskId) {
        var areas = scopes.of(caller, clock.today()).partitions();
        return Json.write(
                new Results(transactions.executeRead(status -> lookup.ofTask(status.getConnection(), taskId, areas))));
    }

    /** The answer is the result as stored; the same id again is answered the same. */
    @Post(uri = "/{taskId}/results", consumes = MediaType.APPLICATION_JSON, produces = MediaType.APPLICATION_JSON)
    String enter(Caller caller, UUID taskId, @Body String body) {
        try {
            TaskResultService.Entry entry = Json.strict(body, TaskResultService.Entry.class);
            return Json.write(writer.write(tx -> service.enter(tx, taskId, entry, caller.personId())));
        } catch (JsonRefused e) {
            throw PlanRefusals.of(e);
        } catch (AdminRefused e) {
            throw PlanRefusals.of(e);
        }
    }
}

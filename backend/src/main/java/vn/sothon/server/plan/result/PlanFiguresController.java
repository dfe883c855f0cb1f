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
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.access.Caller;
import vn.sothon.server.access.Scopes;
import vn.sothon.server.plan.PlanRefusals;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.plan.VisiblePlans;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** A plan's targets with the figures beside them, and the results of all its tasks. */
@Controller("/api/v1/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlanFiguresController {
    private final TargetService targets;
    private final TaskResultLookup results;
    private final VisiblePlans visible;
    private final Areas areas;
    private final Writer writer;
    private final TransactionOperations<Connection> transactions;

    PlanFiguresController(
            TargetService targets,
            TaskResultLookup results,
            VisiblePlans visible,
            Areas areas,
            Writer writer,
            TransactionOperations<Connection> transactions) {
        this.targets = targets;
        this.results = results;
        this.visible = visible;
        this.areas = areas;
        this.writer = writer;
        this.transactions = transactions;
    }

    /** Whose results a caller reads today. */
    @Singleton
    record Areas(Scopes scopes, ServerClock clock) {
        Set<String> of(Caller caller) {
            return scopes.of(caller, clock.today()).partitions();
        }
    }

    record Targets(@JsonProperty("targets") List<TargetService.Followed> targets) {}

    @Get(uri = "/{planId}/targets", produces = MediaType.APPLICATION_JSON)
    String targets(Caller caller, UUID planId) {
        try {
            return Json.write(new Targets(transactions.executeRead(status -> {
                Connection connection = status.getConnection();
                return targets.of(connection, visible.published(connection, caller, planId));
            })));
        } catch (AdminRefused e) {
            throw PlanRefusals.of(e);
        }
    }

    /** The answer is the figure as stored; the same id again is answered the same. */
    @Post(
            uri = "/{planId}/targets/{targetId}/figures",
            consumes = MediaType.APPLICATION_JSON,
            produces = MediaType.APPLICATION_JSON)
    String enter(Caller caller, UUID planId, UUID targetId, @Body String body) {
        try {
            TargetService.Entry entry = Json.strict(body, TargetService.Entry.class);
            return Json.write(writer.write(tx -> {
                PlanView plan = visible.published(tx.connection(), caller, planId);
                return targets.enter(tx, plan, targetId, entry, caller.personId());
            }));
        } catch (JsonRefused e) {
            throw PlanRefusals.of(e);
        } catch (AdminRefused e) {
            throw PlanRefusals.of(e);
        }
    }

    /** All entries of the caller's places, corrected ones too, oldest first. */
    @Get(uri = "/{planId}/results", produces = MediaType.APPLICATION_JSON)
    String results(Caller caller, UUID planId) {
        try {
            return Json.write(new ResultsController.Results(transactions.executeRead(status -> {
                Connection connection = status.getConnection();
                UUID line = Objects.requireNonNull(
                        visible.published(connection, caller, planId).line());
                return results.ofPlan(connection, line, areas.of(caller));
            })));
        } catch (AdminRefused e) {
            throw PlanRefusals.of(e);
        }
    }
}

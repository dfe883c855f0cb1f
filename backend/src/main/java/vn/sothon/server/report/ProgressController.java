package vn.sothon.server.report;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.access.Caller;
import vn.sothon.server.plan.PlanRefusals;
import vn.sothon.server.plan.VisiblePlans;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;

/** How a plan is getting on at the places the caller sees. */
@Controller("/api/v1/plans")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ProgressController {
    private final ProgressLookup progress;
    private final ProgressScopes scopes;
    private final VisiblePlans visible;
    private final TransactionOperations<Connection> transactions;
    private final ServerClock clock;

    ProgressController(
            ProgressLookup progress,
            ProgressScopes scopes,
            VisiblePlans visible,
            TransactionOperations<Connection> transactions,
            ServerClock clock) {
        this.progress = progress;
        this.scopes = scopes;
        this.visible = visible;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** {@code period} is {@code 2026}, {@code 2026-Q3} or {@code 2026-11}; absent: this year. */
    @Get(uri = "/{planId}/progress", produces = MediaType.APPLICATION_JSON)
    String progress(Caller caller, UUID planId, @Nullable @QueryValue String period) {
        try {
            UUID version = transactions.executeRead(status ->
                    visible.published(status.getConnection(), caller, planId).id());
            ProgressScope scope = scopes.of(caller.grantsOn(clock.today()));
            return Json.write(progress.ofPlan(version, period(period), scope).orElseThrow());
        } catch (AdminRefused e) {
            throw PlanRefusals.of(e);
        }
    }

    private Period period(@Nullable String text) {
        try {
            return text == null ? Period.ofYear(clock.today().getYear()) : Period.parse(text);
        } catch (IllegalArgumentException e) {
            throw new AdminRefused("PERIOD", "A period is written 2026, 2026-Q3 or 2026-11.");
        }
    }
}

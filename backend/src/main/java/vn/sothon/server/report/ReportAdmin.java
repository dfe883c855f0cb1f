package vn.sothon.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.context.annotation.Factory;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.server.plan.PlanView;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.report.rollup.TaskLinks;
import vn.sothon.server.report.rollup.TaskLinks.Hand;

/** Figures, their rebuilding, and the links between plans, on the command line. */
@Factory
final class ReportAdmin {
    @Singleton
    @Named("progress")
    AdminCommand progress(ProgressReport report) {
        return AdminCommand.of("progress", args -> report.of(Json.tolerant(args, ProgressReport.Wanted.class)));
    }

    @Singleton
    @Named("rebuild")
    AdminCommand rebuild(ProgressRebuild rebuild) {
        return AdminCommand.of("rebuild", args -> Json.tree(rebuild.run()));
    }

    @Singleton
    @Named("plan.links")
    AdminCommand links(TaskLinks links, KnownPlans plans, TransactionOperations<Connection> transactions) {
        return AdminCommand.of("plan.links", args -> {
            Link wanted = Json.tolerant(args, Link.class);
            return transactions.executeRead(status -> {
                Connection connection = status.getConnection();
                PlanView plan = plans.named(connection, wanted.plan());
                return Json.tree(links.of(connection, plan, above(connection, plans, wanted)));
            });
        });
    }

    /** One task, or every task nobody has decided yet. */
    @Singleton
    @Named("plan.link")
    AdminCommand link(TaskLinks links, KnownPlans plans, Writer writer) {
        return AdminCommand.of("plan.link", args -> {
            Link wanted = Json.tolerant(args, Link.class);
            String byWhom = wanted.byWhom();
            String reason = wanted.reason();
            if (byWhom == null || byWhom.isBlank() || reason == null || reason.isBlank()) {
                throw new AdminRefused("WHO_AND_WHY", "Say who decides and why: both are kept.");
            }
            return Json.tree(writer.write(tx -> {
                PlanView plan = plans.named(tx.connection(), wanted.plan());
                PlanView above = above(tx.connection(), plans, wanted);
                Hand hand = new Hand(byWhom, reason);
                if (wanted.task() == null && (wanted.to() != null || wanted.none())) {
                    throw new AdminRefused("WHICH_TASK", "Say which task below: --task KEY.");
                }
                if (wanted.task() != null && (wanted.to() == null) != wanted.none()) {
                    throw new AdminRefused(
                            "WHICH_TASK", "Say the task above, --to KEY, or that there is none, --none.");
                }
                if (wanted.task() == null) {
                    return links.confirmProposed(tx, plan, above, hand);
                }
                links.decide(tx, plan, above, wanted.task(), wanted.to(), hand);
                return 1;
            }));
        });
    }

    private static @Nullable PlanView above(Connection connection, KnownPlans plans, Link wanted) throws SQLException {
        return wanted.above() == null ? null : plans.named(connection, wanted.above());
    }

    /**
     * Arguments of both commands.
     *
     * @param above a plan above that the document does not name
     * @param task key of the task; absent: every task with a proposal that nobody has decided
     * @param to key of the task above
     * @param said that there is no task above
     */
    record Link(
            @JsonProperty(value = "plan", required = true) String plan,
            @JsonProperty("above") @Nullable String above,
            @JsonProperty("task") @Nullable String task,
            @JsonProperty("to") @Nullable String to,
            @JsonProperty("none") @Nullable Boolean said,
            @JsonProperty("byWhom") @Nullable String byWhom,
            @JsonProperty("reason") @Nullable String reason) {

        boolean none() {
            return Boolean.TRUE.equals(said);
        }
    }
}

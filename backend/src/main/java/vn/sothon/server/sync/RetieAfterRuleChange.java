package vn.sothon.server.sync;

import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.model.rule.TieRule;
import vn.sothon.server.plan.PlanReclassification;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.JobHandler;
import vn.sothon.server.platform.jobs.Jobs;

/**
 * A new release may judge ties otherwise. At its first start what tasks accept is worked out again, then every tie, once;
 * what comes out the same is not touched.
 */
@Singleton
class RetieAfterRuleChange implements JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RetieAfterRuleChange.class);
    private static final String KIND = "retie-rule";

    private final Provider<Jobs> jobs;
    private final PlanReclassification plans;
    private final Retying retying;
    private final Writer writer;
    private final TransactionOperations<Connection> transactions;
    private final ServerClock clock;

    RetieAfterRuleChange(
            Provider<Jobs> jobs,
            PlanReclassification plans,
            Retying retying,
            Writer writer,
            TransactionOperations<Connection> transactions,
            ServerClock clock) {
        this.jobs = jobs;
        this.plans = plans;
        this.retying = retying;
        this.writer = writer;
        this.transactions = transactions;
        this.clock = clock;
    }

    @EventListener
    void started(ServerStartupEvent event) {
        String version = TieRule.version();
        boolean known = transactions.executeRead(status -> isDone(status.getConnection(), version));
        if (!known) {
            writer.write(tx -> {
                jobs.get().promise(tx, KIND, version);
                return version;
            });
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** @param version of the rule at the time of the promise; an even newer release has promised a job of its own */
    @Override
    public void perform(String version) throws SQLException {
        if (!version.equals(TieRule.version())
                || transactions.executeRead(status -> isDone(status.getConnection(), version))) {
            return;
        }
        int tasks = plans.run();
        Retying.Count count = retying.everywhere();
        writer.write(tx -> Sql.update(
                tx.connection(),
                """
                INSERT INTO tie_rule_run (version, finished_at, looked, retied) VALUES (?, ?, ?, ?)
                ON CONFLICT (version) DO NOTHING
                """,
                version,
                clock.millis(),
                count.looked(),
                count.retied()));
        LOG.info(
                "tie rule {}: {} tasks accept other records, {} records looked at again, {} tied otherwise",
                version,
                tasks,
                count.looked(),
                count.retied());
    }

    private static boolean isDone(Connection connection, String version) throws SQLException {
        return Sql.one(connection, "SELECT 1 FROM tie_rule_run WHERE version = ?", row -> row.getInt(1), version)
                .isPresent();
    }
}

package vn.sothon.server.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.Jobs;

/** Counts everything anew from the facts, a commune at a time so that pushes get their turn in between. */
@Singleton
public class ProgressRebuild {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressRebuild.class);

    private final TransactionOperations<Connection> transactions;
    private final ProgressCount count;
    private final Writer writer;
    private final Jobs jobs;

    ProgressRebuild(TransactionOperations<Connection> transactions, ProgressCount count, Writer writer, Jobs jobs) {
        this.transactions = transactions;
        this.count = count;
        this.writer = writer;
        this.jobs = jobs;
    }

    /**
     * What was counted.
     *
     * @param facts records, checks owed and recommendations that were counted wrongly, or not at all
     * @param differences kept numbers that were wrong, and are right now
     */
    public record Report(
            @JsonProperty("communes") int communes,
            @JsonProperty("facts") int facts,
            @JsonProperty("differences") List<Difference> differences) {}

    /** Does first what is promised: what differs afterwards is wrong, not merely late. */
    public Report run() {
        while (jobs.runDue() > 0) {
            LOG.debug("jobs were done before counting anew");
        }
        Set<String> communes = transactions.executeRead(status -> count.communes(status.getConnection()));
        List<Difference> differences = new ArrayList<>();
        int facts = 0;
        for (String commune : communes) {
            ProgressCount.Recount recount = writer.write(tx -> count.rebuild(tx, commune));
            facts += recount.facts();
            differences.addAll(recount.differences());
        }
        return new Report(communes.size(), facts, differences);
    }
}

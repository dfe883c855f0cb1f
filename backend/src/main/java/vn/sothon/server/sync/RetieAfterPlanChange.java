package vn.sothon.server.sync;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.plan.PlanObserver;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.jobs.JobHandler;
import vn.sothon.server.platform.jobs.Jobs;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.sync.push.Consequences;

/**
 * Looks again at the records of a place when its plans have changed. A tie that comes out the same is not written again;
 * one that a person made is never touched.
 */
@Singleton
class RetieAfterPlanChange implements PlanObserver, JobHandler {
    private static final Logger LOG = LoggerFactory.getLogger(RetieAfterPlanChange.class);
    private static final String KIND = "retie";
    private static final int AT_ONCE = 200;

    private final Provider<Jobs> jobs;
    private final Writer writer;
    private final TransactionOperations<Connection> transactions;
    private final AreaLookup areas;
    private final RecordStore records;
    private final Consequences consequences;
    private final ServerClock clock;

    RetieAfterPlanChange(
            Provider<Jobs> jobs,
            Writer writer,
            TransactionOperations<Connection> transactions,
            AreaLookup areas,
            RecordStore records,
            Consequences consequences,
            ServerClock clock) {
        this.jobs = jobs;
        this.writer = writer;
        this.transactions = transactions;
        this.areas = areas;
        this.records = records;
        this.consequences = consequences;
        this.clock = clock;
    }

    @Override
    public void changed(Tx tx, UUID planId, String areaCode) throws SQLException {
        jobs.get().promise(tx, KIND, areaCode);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void perform(String areaCode) {
        int looked = 0;
        int retied = 0;
        for (String commune : communes(areaCode)) {
            List<UUID> heads = heads(commune);
            for (int from = 0; from < heads.size(); from += AT_ONCE) {
                List<UUID> some = heads.subList(from, Math.min(heads.size(), from + AT_ONCE));
                retied += writer.write(tx -> {
                    int moved = 0;
                    for (UUID id : some) {
                        StoredRecord record = records.find(tx.connection(), id).orElseThrow();
                        moved += record.counts() && consequences.retie(tx, record, clock.now()) ? 1 : 0;
                    }
                    return moved;
                });
                looked += some.size();
            }
        }
        LOG.info("plans changed: {} records looked at again, {} tied otherwise", looked, retied);
    }

    private List<String> communes(String areaCode) {
        List<String> communes = new ArrayList<>();
        areas.find(areaCode).filter(area -> area.kind() == AreaKind.COMMUNE).ifPresent(area -> communes.add(areaCode));
        areas.within(areaCode).stream()
                .filter(area -> area.kind() == AreaKind.COMMUNE)
                .map(Area::code)
                .forEach(communes::add);
        return communes;
    }

    private List<UUID> heads(String commune) {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                """
                SELECT id FROM record WHERE commune_code = ? AND is_head = 1 AND status = 'ACCEPTED'
                    AND kind IN ('LOAN_USE_CHECK', 'MONITORING_MINUTES') ORDER BY id
                """,
                row -> UUID.fromString(row.getString(1)),
                commune));
    }
}

package vn.sothon.server.alert;

import io.micronaut.scheduling.annotation.Scheduled;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Takes alerts that nobody acknowledged in time to the next level. Several nodes may try: the row decides. */
@Singleton
public class Escalations {
    private static final Logger LOG = LoggerFactory.getLogger(Escalations.class);
    private static final int AT_ONCE = 100;

    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final AlertStore store;
    private final AlertService alerts;
    private final ServerClock clock;

    Escalations(
            TransactionOperations<Connection> transactions,
            Writer writer,
            AlertStore store,
            AlertService alerts,
            ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.store = store;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Scheduled(initialDelay = "45s", fixedDelay = "60s")
    void everyMinute() {
        run();
    }

    /** Takes up whatever is due; how many alerts this call took up. */
    public int run() {
        int taken = 0;
        List<Alert> due = due();
        while (!due.isEmpty()) {
            int before = taken;
            for (Alert alert : due) {
                Instant now = clock.now();
                taken += writer.write(tx -> alerts.escalate(tx, alert, now)) ? 1 : 0;
            }
            if (taken == before) {
                LOG.debug("{} alerts were taken up elsewhere", due.size());
                return taken;
            }
            due = due();
        }
        return taken;
    }

    private List<Alert> due() {
        return transactions.executeRead(status -> store.due(status.getConnection(), clock.now(), AT_ONCE));
    }
}

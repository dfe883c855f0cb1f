package vn.sothon.server.platform.jobs;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.event.ShutdownEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PostConstruct;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.db.WriterBusy;

/** Keeps promises: a job is a row until it has been done. */
@Context
public class Jobs {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(30);
    private static final int MOST_AT_ONCE = 20;
    private static final int MOST_TOGETHER = 400;
    private static final String DONE = "DELETE FROM job WHERE id = ?";

    private final Writer writer;
    private final TransactionOperations<Connection> transactions;
    private final ServerClock clock;
    private final Map<String, JobHandler> handlers = new HashMap<>();
    private final List<JobHandler> patient;
    private final String atOnce;
    private final Knocks knocks = new Knocks();
    private final Thread thread = new Thread(this::run, "jobs");
    private volatile boolean closed;

    Jobs(
            Writer writer,
            TransactionOperations<Connection> transactions,
            ServerClock clock,
            Collection<JobHandler> handlers) {
        this.writer = writer;
        this.transactions = transactions;
        this.clock = clock;
        handlers.forEach(handler -> this.handlers.put(handler.kind(), handler));
        this.patient = handlers.stream()
                .filter(handler -> !handler.patience().isZero())
                .toList();
        this.atOnce = patient.stream()
                .map(handler -> "kind <> '" + handler.kind() + "' AND ")
                .collect(Collectors.joining());
    }

    @PostConstruct
    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Promises a job as part of this transaction. */
    public void promise(Tx tx, String kind, String argument) throws SQLException {
        insert(tx.connection(), kind, argument);
        // Not before it is durable: whoever looks earlier finds nothing and would wait for the next look.
        tx.afterCommit(() -> knock(kind));
    }

    /** The same, for one who takes part in a transaction by its connection alone. */
    public void promise(Connection connection, String kind, String argument) throws SQLException {
        insert(connection, kind, argument);
        knock(kind);
    }

    private void knock(String kind) {
        JobHandler handler = handlers.get(kind);
        knocks.knock(handler == null ? Duration.ZERO : handler.patience());
    }

    private void insert(Connection connection, String kind, String argument) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO job (id, kind, argument, made_at, attempts, not_before) VALUES (?, ?, ?, ?, 0, 0)",
                UUID.randomUUID(),
                kind,
                argument,
                clock.millis());
    }

    /** Promises a job for a time to come under a name of its own; a name that is still promised is not promised twice. */
    public void promiseOnce(Tx tx, String name, String kind, String argument, Instant notBefore) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                INSERT INTO job (id, kind, argument, made_at, attempts, not_before) VALUES (?, ?, ?, ?, 0, ?)
                ON CONFLICT (id) DO NOTHING
                """,
                name,
                kind,
                argument,
                clock.millis(),
                notBefore.toEpochMilli());
    }

    /** Does everything that is due, now and here, after whoever is at it already; how many were done. */
    public synchronized int runDue() {
        int done = runAtOnce();
        for (JobHandler handler : patient) {
            done += runTogether(handler);
        }
        return done;
    }

    /** Some of what is due and waits for no others of its kind. */
    private synchronized int runAtOnce() {
        int done = 0;
        for (Job job : due(atOnce, MOST_AT_ONCE)) {
            done += one(job) ? 1 : 0;
        }
        return done;
    }

    private synchronized int runTogether(JobHandler handler) {
        List<Job> jobs = due("kind = '" + handler.kind() + "' AND ", MOST_TOGETHER);
        return jobs.isEmpty() ? 0 : many(handler, jobs);
    }

    /** How many jobs of a kind wait. */
    public int waiting(Connection connection, String kind) throws SQLException {
        return Sql.one(connection, "SELECT COUNT(*) FROM job WHERE kind = ?", row -> row.getInt(1), kind)
                .orElse(0);
    }

    private void run() {
        while (!closed) {
            try {
                Knocks.Heard heard = knocks.listen(LOOK_EVERY);
                if (heard != Knocks.Heard.NOBODY) {
                    standBehindTheWriter();
                }
                while (!closed && runAtOnce() == MOST_AT_ONCE) {
                    LOG.debug("more jobs wait");
                }
                for (JobHandler handler : heard == Knocks.Heard.AT_ONCE ? List.<JobHandler>of() : patient) {
                    while (!closed && runTogether(handler) == MOST_TOGETHER) {
                        LOG.debug("more jobs wait");
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.error("jobs could not be looked up", e);
            }
        }
    }

    /** Whoever knocked did so inside a work that may not be committed yet. */
    private void standBehindTheWriter() {
        try {
            writer.write(tx -> 0);
        } catch (WriterBusy e) {
            LOG.debug("the writer is busy; jobs are looked up all the same");
        }
    }

    private List<Job> due(String which, int most) {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT id, kind, argument, attempts FROM job WHERE " + which
                        + "not_before <= ? ORDER BY made_at LIMIT " + most,
                row -> new Job(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                clock.millis()));
    }

    private int many(JobHandler handler, List<Job> jobs) {
        try {
            handler.performAll(jobs.stream().map(Job::argument).toList());
            return writer.write(tx -> {
                for (Job job : jobs) {
                    Sql.update(tx.connection(), DONE, job.id);
                }
                return jobs.size();
            });
        } catch (Exception e) {
            LOG.warn("{} jobs could not be done together; each is done alone", jobs.size(), e);
            int done = 0;
            for (Job job : jobs) {
                done += one(job) ? 1 : 0;
            }
            return done;
        }
    }

    private boolean one(Job job) {
        JobHandler handler = handlers.get(job.kind);
        try {
            if (handler == null) {
                throw new IllegalStateException("nobody does jobs of kind " + job.kind);
            }
            handler.perform(job.argument);
            writer.write(tx -> Sql.update(tx.connection(), DONE, job.id));
            return true;
        } catch (Exception e) {
            LOG.error("job {} failed; it will be tried again", job.kind, e);
            long pause = Math.min(3_600_000L, 1000L << Math.min(job.attempts, 12));
            writer.write(tx -> Sql.update(
                    tx.connection(),
                    "UPDATE job SET attempts = attempts + 1, not_before = ? WHERE id = ?",
                    clock.millis() + pause,
                    job.id));
            return false;
        }
    }

    /** Before any bean is destroyed: a job in hand still needs the writer. */
    @EventListener
    void close(ShutdownEvent event) throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(10_000);
    }

    private record Job(String id, String kind, String argument, int attempts) {}
}

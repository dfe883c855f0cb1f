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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private static final String DONE = "DELETE FROM job WHERE id = ?";

    private final Writer writer;
    private final TransactionOperations<Connection> transactions;
    private final ServerClock clock;
    private final Map<String, JobHandler> handlers = new HashMap<>();
    private final Semaphore knocks = new Semaphore(1);
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
        tx.afterCommit(knocks::release);
    }

    /** The same, for one who takes part in a transaction by its connection alone. */
    public void promise(Connection connection, String kind, String argument) throws SQLException {
        insert(connection, kind, argument);
        knocks.release();
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
        int done = 0;
        Map<String, List<Job>> together = new LinkedHashMap<>();
        for (Job job : due()) {
            JobHandler handler = handlers.get(job.kind);
            if (handler != null && handler.takesMany()) {
                together.computeIfAbsent(job.kind, kind -> new ArrayList<>()).add(job);
            } else {
                done += one(job) ? 1 : 0;
            }
        }
        for (List<Job> jobs : together.values()) {
            done += many(jobs);
        }
        return done;
    }

    /** How many jobs of a kind wait. */
    public int waiting(Connection connection, String kind) throws SQLException {
        return Sql.one(connection, "SELECT COUNT(*) FROM job WHERE kind = ?", row -> row.getInt(1), kind)
                .orElse(0);
    }

    private void run() {
        while (!closed) {
            try {
                boolean knocked = knocks.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                if (knocked) {
                    knocks.drainPermits();
                    standBehindTheWriter();
                }
                while (!closed && runDue() == MOST_AT_ONCE) {
                    LOG.debug("more jobs wait");
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

    private List<Job> due() {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT id, kind, argument, attempts FROM job WHERE not_before <= ? ORDER BY made_at LIMIT "
                        + MOST_AT_ONCE,
                row -> new Job(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
                clock.millis()));
    }

    private int many(List<Job> jobs) {
        try {
            JobHandler handler = Objects.requireNonNull(handlers.get(jobs.get(0).kind));
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

package vn.sothon.server.platform.db;

import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.sothon.model.sync.Push.Receipt;
import vn.sothon.server.platform.ledger.Ledger;

/**
 * The one writer of this process. Works that wait at the same time share one transaction and one fsync; each stands
 * behind a savepoint, so that a failing one takes nobody with it.
 */
@Singleton
public class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final int QUEUE = 512;
    private static final int GROUP = 64;
    private static final long PATIENCE_NANOS = 2_000_000;
    private static final long IDLE = 0;
    private static final long STUCK_NANOS = 120_000_000_000L;

    private final TransactionOperations<Connection> transactions;
    private final Ledger ledger;
    private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private final ProcessEnd end;
    private volatile boolean closed;
    private volatile long busySince = IDLE;

    Writer(TransactionOperations<Connection> transactions, Ledger ledger, ProcessEnd end) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.end = end;
        this.thread = new Thread(this::run, "writer");
        thread.setDaemon(true);
        // Without its writer a server would refuse all work and look well.
        thread.setUncaughtExceptionHandler((writer, thrown) -> end.because("the writer died", thrown));
        thread.start();
    }

    /** A piece of work inside a writing transaction. */
    @FunctionalInterface
    public interface Work<T> {
        T in(Tx tx) throws Exception;
    }

    /**
     * Queues work; completes when it is durable, exceptionally when it failed or the outcome is not known.
     *
     * @throws WriterBusy if the queue is full
     */
    public <T> CompletableFuture<Written<T>> submit(Work<T> work) {
        Pending<T> pending = new Pending<>(work);
        if (closed || !queue.offer(pending)) {
            throw new WriterBusy();
        }
        return pending.outcome;
    }

    /** Like {@link #submit}, and waits; must not be called from inside a work. */
    public <T> T write(Work<T> work) {
        try {
            return submit(work).join().value();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Whether works that come now will be done: the thread lives, and is not caught in a work. */
    boolean isWell() {
        long since = busySince;
        return thread.isAlive() && (since == IDLE || System.nanoTime() - since < STUCK_NANOS);
    }

    private void run() {
        List<Pending<?>> group = new ArrayList<>(GROUP);
        int expected = 1;
        while (!closed || !queue.isEmpty()) {
            try {
                group.clear();
                group.add(queue.take());
                gather(group, expected);
                busySince = System.nanoTime() | 1;
                commit(group);
                busySince = IDLE;
                expected = Math.min(GROUP, group.size() + queue.size());
            } catch (InterruptedException e) {
                if (closed && queue.isEmpty()) {
                    return;
                }
            }
        }
    }

    /**
     * Takes what waits, and waits a moment for those who were here a moment ago: whoever got his answer from the last
     * commit is about to come again, and two half groups cost two rounds of the disk.
     */
    private void gather(List<Pending<?>> group, int expected) {
        queue.drainTo(group, GROUP - group.size());
        long until = System.nanoTime() + PATIENCE_NANOS;
        try {
            while (group.size() < expected) {
                Pending<?> next = queue.poll(until - System.nanoTime(), TimeUnit.NANOSECONDS);
                if (next == null) {
                    return;
                }
                group.add(next);
                queue.drainTo(group, GROUP - group.size());
            }
        } catch (InterruptedException e) {
            LOG.debug("closing: what was gathered is committed first");
        }
    }

    private void commit(List<Pending<?>> group) {
        try {
            List<Runnable> afterwards = new ArrayList<>();
            List<Receipt> receipts = transactions.executeWrite(status -> {
                Connection connection = status.getConnection();
                Tx all = new Tx(connection);
                for (Pending<?> pending : group) {
                    one(connection, pending, all);
                }
                afterwards.addAll(all.afterwards());
                return ledger.advance(connection, all.changes(), all.entries());
            });
            for (Pending<?> pending : group) {
                pending.settle(receipts);
            }
            afterwards.forEach(Writer::quietly);
        } catch (RuntimeException | Error e) {
            endIfStorageFailed(e);
            LOG.error("a group of {} works was not committed", group.size(), e);
            for (Pending<?> pending : group) {
                pending.outcome.completeExceptionally(new CommitUnknown(e));
            }
        }
    }

    private void one(Connection connection, Pending<?> pending, Tx all) throws SQLException {
        // Said in words, so that the connection keeps the statements.
        Sql.update(connection, "SAVEPOINT work");
        Tx tx = new Tx(connection);
        try {
            pending.run(tx);
            tx.changes().forEach(all::announce);
            tx.entries().forEach(all::log);
            tx.afterwards().forEach(all::afterCommit);
        } catch (Exception | Error e) {
            // An Error too is the failure of this one work: a stack that was too deep has been unwound by now.
            endIfStorageFailed(e);
            Sql.update(connection, "ROLLBACK TO SAVEPOINT work");
            pending.failure = e;
        }
        Sql.update(connection, "RELEASE SAVEPOINT work");
    }

    /** After a failed fsync nobody knows what is on the disk; only a new start reads it again. */
    private void endIfStorageFailed(Throwable thrown) {
        if (StorageFailure.isIn(thrown)) {
            end.because("the storage failed", thrown);
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            LOG.error("what should follow a commit failed", e);
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        thread.interrupt();
        thread.join(20_000);
    }

    private static final class Pending<T> {
        private final Work<T> work;
        private final CompletableFuture<Written<T>> outcome = new CompletableFuture<>();
        private @Nullable T value;
        private @Nullable Throwable failure;

        Pending(Work<T> work) {
            this.work = work;
        }

        void run(Tx tx) throws Exception {
            value = work.in(tx);
        }

        @SuppressWarnings("NullAway") // a work that succeeded has set its value
        void settle(List<Receipt> receipts) {
            if (failure != null) {
                outcome.completeExceptionally(failure);
            } else {
                outcome.complete(new Written<>(value, receipts));
            }
        }
    }
}

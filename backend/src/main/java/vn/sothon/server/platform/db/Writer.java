package vn.sothon.server.platform.db;

import io.micronaut.transaction.TransactionOperations;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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

    private final TransactionOperations<Connection> transactions;
    private final Ledger ledger;
    private final BlockingQueue<Pending<?>> queue = new ArrayBlockingQueue<>(QUEUE);
    private final Thread thread;
    private volatile boolean closed;

    Writer(TransactionOperations<Connection> transactions, Ledger ledger) {
        this.transactions = transactions;
        this.ledger = ledger;
        this.thread = new Thread(this::run, "writer");
        thread.setDaemon(true);
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

    private void run() {
        List<Pending<?>> group = new ArrayList<>(GROUP);
        while (!closed || !queue.isEmpty()) {
            try {
                group.clear();
                group.add(queue.take());
                queue.drainTo(group, GROUP - 1);
                commit(group);
            } catch (InterruptedException e) {
                if (closed && queue.isEmpty()) {
                    return;
                }
            }
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
        } catch (RuntimeException e) {
            LOG.error("a group of {} works was not committed", group.size(), e);
            for (Pending<?> pending : group) {
                pending.outcome.completeExceptionally(new CommitUnknown(e));
            }
        }
    }

    private static void one(Connection connection, Pending<?> pending, Tx all) throws SQLException {
        Savepoint before = connection.setSavepoint();
        Tx tx = new Tx(connection);
        try {
            pending.run(tx);
            connection.releaseSavepoint(before);
            tx.changes().forEach(all::announce);
            tx.entries().forEach(all::log);
            tx.afterwards().forEach(all::afterCommit);
        } catch (Exception e) {
            connection.rollback(before);
            pending.failure = e;
        }
    }

    private static void quietly(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
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
        private @Nullable Exception failure;

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

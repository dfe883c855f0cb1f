package vn.sothon.server.console.session;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Writer;

/** Failures in the database: a restart forgets nothing, and all nodes count together. */
@Singleton
final class StoredFailures implements FailureBook {
    private final TransactionOperations<Connection> transactions;
    private final Writer writer;

    StoredFailures(TransactionOperations<Connection> transactions, Writer writer) {
        this.transactions = transactions;
        this.writer = writer;
    }

    @Override
    public Optional<Failures> find(String key) {
        return transactions.executeRead(status -> Sql.one(
                status.getConnection(),
                "SELECT failures, last_at FROM sign_in_failure WHERE id = ?",
                row -> new Failures(row.getInt(1), row.getLong(2)),
                key));
    }

    @Override
    public boolean replace(String key, @Nullable Failures before, @Nullable Failures after) {
        return writer.write(tx -> {
            Connection connection = tx.connection();
            if (before == null) {
                return after == null
                        || Sql.update(
                                        connection,
                                        "INSERT INTO sign_in_failure (id, failures, last_at) VALUES (?, ?, ?)"
                                                + " ON CONFLICT (id) DO NOTHING",
                                        key,
                                        after.count(),
                                        after.lastAt())
                                == 1;
            }
            if (after == null) {
                return Sql.update(
                                connection,
                                "DELETE FROM sign_in_failure WHERE id = ? AND failures = ? AND last_at = ?",
                                key,
                                before.count(),
                                before.lastAt())
                        == 1;
            }
            return Sql.update(
                            connection,
                            "UPDATE sign_in_failure SET failures = ?, last_at = ?"
                                    + " WHERE id = ? AND failures = ? AND last_at = ?",
                            after.count(),
                            after.lastAt(),
                            key,
                            before.count(),
                            before.lastAt())
                    == 1;
        });
    }

    @Override
    public void forget(long before) {
        writer.write(tx -> Sql.update(tx.connection(), "DELETE FROM sign_in_failure WHERE last_at < ?", before));
    }
}

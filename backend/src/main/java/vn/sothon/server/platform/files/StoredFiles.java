package vn.sothon.server.platform.files;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which files this server has, as its database knows them: a file without a row has not arrived. */
@Singleton
public class StoredFiles {
    private static final int AT_ONCE = 500;

    private final TransactionOperations<Connection> transactions;

    StoredFiles(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** A file that is here. {@code mediaType} is what its first bytes say, whatever anyone calls it. */
    public record StoredFile(String sha256, long bytes, String mediaType, Instant storedAt) {}

    /** Those of the hashes whose files are here; inside a transaction of this thread it takes part in it. */
    public Set<String> present(Collection<String> hashes) {
        if (hashes.isEmpty()) {
            return Set.of();
        }
        return transactions.executeRead(status -> present(status.getConnection(), hashes));
    }

    /** Like {@link #present(Collection)}, on a transaction's own connection. */
    public Set<String> present(Connection connection, Collection<String> hashes) throws SQLException {
        Set<String> present = new HashSet<>();
        List<String> asked = new ArrayList<>(new HashSet<>(hashes));
        for (int from = 0; from < asked.size(); from += AT_ONCE) {
            List<String> some = asked.subList(from, Math.min(asked.size(), from + AT_ONCE));
            String places = "?" + ", ?".repeat(some.size() - 1);
            try (PreparedStatement select =
                    connection.prepareStatement("SELECT sha256 FROM stored_file WHERE sha256 IN (" + places + ")")) {
                for (int i = 0; i < some.size(); i++) {
                    select.setString(i + 1, some.get(i));
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        present.add(rows.getString(1));
                    }
                }
            }
        }
        return present;
    }

    public Optional<StoredFile> find(String sha256) {
        return transactions.executeRead(status -> {
            try (PreparedStatement select = status.getConnection()
                    .prepareStatement(
                            "SELECT sha256, bytes, media_type, stored_at FROM stored_file WHERE sha256 = ?")) {
                select.setString(1, sha256);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? Optional.of(new StoredFile(
                                    row.getString(1),
                                    row.getLong(2),
                                    row.getString(3),
                                    Instant.ofEpochMilli(row.getLong(4))))
                            : Optional.empty();
                }
            }
        });
    }
}

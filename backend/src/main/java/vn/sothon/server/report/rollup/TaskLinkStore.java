package vn.sothon.server.report.rollup;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.db.Sql;

/** Which task implements which, as persons decided; earlier decisions stay readable. */
@Singleton
final class TaskLinkStore {
    private static final String NEWEST =
            """
            SELECT d.child_task_id, d.n, d.parent_task_id, d.by_whom, d.reason, d.decided_at FROM task_link d
            WHERE d.n = (SELECT MAX(e.n) FROM task_link e WHERE e.child_task_id = d.child_task_id)
            """;

    /**
     * One decision.
     *
     * @param parent absent where the person says that it implements none
     */
    record Decision(UUID child, int n, @Nullable UUID parent, String byWhom, String reason, Instant at) {}

    /** The decisions that hold, of these tasks. */
    Map<UUID, Decision> of(Connection connection, Collection<UUID> children) throws SQLException {
        List<String> keys = children.stream().map(UUID::toString).toList();
        Map<UUID, Decision> byChild = new HashMap<>();
        Sql.in(connection, NEWEST + " AND d.child_task_id IN (%s)", TaskLinkStore::read, keys)
                .forEach(decision -> byChild.put(decision.child(), decision));
        return byChild;
    }

    /** The decisions that hold and name one of these tasks as the one above. */
    List<Decision> below(Connection connection, Collection<UUID> parents) throws SQLException {
        List<String> keys = parents.stream().map(UUID::toString).toList();
        return Sql.in(connection, NEWEST + " AND d.parent_task_id IN (%s)", TaskLinkStore::read, keys);
    }

    void add(Connection connection, Decision decision) throws SQLException {
        Sql.update(
                connection,
                """
                INSERT INTO task_link (child_task_id, n, parent_task_id, by_whom, reason, decided_at)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
                decision.child(),
                decision.n(),
                decision.parent(),
                decision.byWhom(),
                decision.reason(),
                decision.at().toEpochMilli());
    }

    private static Decision read(ResultSet row) throws SQLException {
        String parent = row.getString("parent_task_id");
        return new Decision(
                UUID.fromString(row.getString("child_task_id")),
                row.getInt("n"),
                parent == null ? null : UUID.fromString(parent),
                row.getString("by_whom"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("decided_at")));
    }
}

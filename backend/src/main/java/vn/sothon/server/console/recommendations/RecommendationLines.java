package vn.sothon.server.console.recommendations;

import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.access.Scope;
import vn.sothon.server.loan.InScope;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.record.NotAbout;

/** Finds recommendations that lie in a scope and are not about the one who asks. */
@Singleton
public class RecommendationLines {
    private final TransactionOperations<Connection> transactions;

    RecommendationLines(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Which of them. */
    public enum Show {
        OPEN,
        LATE,
        CLOSED
    }

    public int count(Scope scope, Show show, LocalDate today) {
        Where where = where(scope, show, today);
        return transactions.executeRead(status -> Sql.one(
                        status.getConnection(),
                        "SELECT COUNT(*) FROM console_recommendation WHERE " + where.sql,
                        row -> row.getInt(1),
                        where.values.toArray())
                .orElse(0));
    }

    /** The earliest deadline first; closed ones by the day they were closed, the last first. */
    List<RecommendationLine> find(Scope scope, Show show, LocalDate today, int limit, int skipped) {
        Where where = where(scope, show, today);
        where.values.add(limit);
        where.values.add(skipped);
        String order = show == Show.CLOSED
                ? " ORDER BY closed_at DESC, id"
                : " ORDER BY CASE WHEN deadline IS NULL THEN 1 ELSE 0 END, deadline, id";
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT * FROM console_recommendation WHERE " + where.sql + order + " LIMIT ? OFFSET ?",
                row -> line(row, today),
                where.values.toArray()));
    }

    Optional<RecommendationLine> find(Scope scope, UUID id, LocalDate today) {
        Where where = new Where(scope);
        where.and("id = ?", id);
        return transactions.executeRead(status -> Sql.one(
                status.getConnection(),
                "SELECT * FROM console_recommendation WHERE " + where.sql,
                row -> line(row, today),
                where.values.toArray()));
    }

    private static Where where(Scope scope, Show show, LocalDate today) {
        Where where = new Where(scope);
        switch (show) {
            case OPEN -> where.and("state = 'OPEN'");
            case LATE -> where.and("state = 'OPEN' AND deadline < ?", today);
            case CLOSED -> where.and("state = 'CLOSED'");
        }
        return where;
    }

    private static RecommendationLine line(ResultSet row, LocalDate today) throws SQLException {
        String deadline = row.getString("deadline");
        LocalDate day = deadline == null ? null : LocalDate.parse(deadline);
        String state = row.getString("state");
        long closed = row.getLong("closed_at");
        boolean isClosed = !row.wasNull();
        return new RecommendationLine(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("record_id")),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("group_code"),
                row.getString("group_name"),
                row.getString("text"),
                day,
                row.getString("responsible"),
                uuid(row.getString("follower_id")),
                state.equals("OPEN") && day != null && day.isBefore(today) ? "LATE" : state,
                row.getLong("version"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                uuid(row.getString("closed_by")),
                uuid(row.getString("closer_id")),
                isClosed ? Instant.ofEpochMilli(closed) : null);
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        return text == null ? null : UUID.fromString(text);
    }

    private static final class Where {
        private String sql;
        private final List<Object> values = new ArrayList<>();

        /** What lies in the scope, without what the reader himself is found fault with. */
        Where(Scope scope) {
            InScope seen = InScope.of(scope, "commune_code", "village_code", "group_code");
            sql = seen.sql() + " AND (concerned IS NULL OR concerned NOT LIKE ?)";
            values.addAll(seen.values());
            values.add("%" + scope.personId() + "%");
            NotAbout others = NotAbout.of(scope, "console_recommendation.record_id");
            sql += others.sql();
            values.addAll(others.values());
        }

        void and(String condition, Object... more) {
            sql += " AND " + condition;
            values.addAll(List.of(more));
        }
    }
}

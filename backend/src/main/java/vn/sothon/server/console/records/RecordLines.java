package vn.sothon.server.console.records;

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
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.access.Scope;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.record.NotAbout;

/**
 * Finds records that lie in a scope and are not about their reader. Every question carries the scope; there is none
 * without.
 */
@Singleton
class RecordLines {
    private static final String COLUMNS =
            """
            SELECT id, kind, acting_role, author_name, borrower_name, loan_number, group_name, group_code, village_code,
                   commune_code, effective_at, status, is_head, tied_record_id, plan_task_id, task_key, task_title
            FROM console_record WHERE kind IN ('LOAN_USE_CHECK', 'CHECK_SHEET', 'MONITORING_MINUTES') AND
            """;

    private final TransactionOperations<Connection> transactions;

    RecordLines(TransactionOperations<Connection> transactions) {
        this.transactions = transactions;
    }

    /** Newest first; {@code limit} of them after {@code skipped}. */
    List<RecordLine> find(Scope scope, RecordFilter filter, int limit, int skipped) {
        Where where = where(scope, filter);
        where.parameters.add((long) limit);
        where.parameters.add((long) skipped);
        return read(COLUMNS + where.text + " ORDER BY effective_at DESC, id DESC LIMIT ? OFFSET ?", where.parameters);
    }

    int count(Scope scope, RecordFilter filter) {
        Where where = where(scope, filter);
        return transactions.executeRead(status -> Sql.one(
                        status.getConnection(),
                        "SELECT COUNT(*) FROM console_record WHERE kind IN ('LOAN_USE_CHECK', 'CHECK_SHEET',"
                                + " 'MONITORING_MINUTES') AND " + where.text,
                        row -> row.getInt(1),
                        where.parameters.toArray())
                .orElse(0));
    }

    /** The record, if it lies in the scope. */
    Optional<RecordLine> find(Scope scope, UUID id) {
        Where where = new Where();
        within(where, scope);
        where.and("id = ?", id);
        return read(COLUMNS + where.text, where.parameters).stream().findFirst();
    }

    /** All of a line of corrections, the first one first. */
    List<RecordLine> line(Scope scope, UUID original) {
        Where where = new Where();
        within(where, scope);
        // Asked in two, as its index is: it lists corrections alone.
        where.and("((id = ? AND original_id = id) OR (original_id = ? AND original_id <> id))", original, original);
        return read(COLUMNS + where.text + " ORDER BY received_at, id", where.parameters);
    }

    /** Where a record's arrival stands in its commune's log: number and head. */
    Optional<Proof> proof(String communeCode, UUID id) {
        return transactions.executeRead(status -> Sql.one(
                status.getConnection(),
                """
                SELECT n, head FROM console_log_entry WHERE about = ? AND partition_code = ?
                    AND entry LIKE '%"ITEM"%' ORDER BY n LIMIT 1
                """,
                row -> new Proof(row.getLong(1), row.getString(2)),
                id,
                communeCode));
    }

    /** A place in a log: its number, and the head after it. */
    public record Proof(long n, String head) {}

    private List<RecordLine> read(String sql, List<Object> parameters) {
        return transactions.executeRead(
                status -> Sql.list(status.getConnection(), sql, RecordLines::line, parameters.toArray()));
    }

    private static Where where(Scope scope, RecordFilter filter) {
        Where where = new Where();
        within(where, scope);
        where.and("is_head = 1");
        String search = SearchName.of(filter.search());
        if (!search.isEmpty()) {
            String part = "%" + search.replace("%", "").replace("_", "") + "%";
            where.and("(borrower_search LIKE ? OR author_search LIKE ? OR loan_number LIKE ?)", part, part, part);
        }
        if (filter.village() != null) {
            where.and("village_code = ?", filter.village());
        }
        if (filter.group() != null) {
            where.and("group_code = ?", filter.group());
        }
        if (filter.kind() != null) {
            where.and("kind = ?", filter.kind());
        }
        if (filter.finding() != null) {
            where.and("body LIKE ?", "%\"code\":\"" + filter.finding() + "\"%");
        }
        if (filter.from() != null) {
            where.and("effective_at >= ?", begin(filter.from()));
        }
        if (filter.to() != null) {
            where.and("effective_at < ?", begin(filter.to().plusDays(1)));
        }
        if (filter.untied()) {
            where.and("tied_record_id IS NOT NULL AND plan_task_id IS NULL AND status = 'ACCEPTED'");
        }
        if (filter.task() != null) {
            where.and("plan_task_id = ?", filter.task());
        }
        return where;
    }

    private static void within(Where where, Scope scope) {
        List<String> ways = new ArrayList<>();
        List<Object> parameters = new ArrayList<>();
        scope.communes().forEach(code -> add(ways, parameters, "commune_code = ?", code));
        scope.villages().forEach(code -> add(ways, parameters, "village_code = ?", code));
        scope.groups().forEach(code -> add(ways, parameters, "group_code = ?", code));
        scope.associations()
                .forEach(in -> add(
                        ways,
                        parameters,
                        "(commune_code = ? AND association = ?)",
                        in.communeCode(),
                        in.association()));
        where.and(ways.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", ways) + ")", parameters.toArray());
        NotAbout others = NotAbout.of(scope, "console_record.id");
        where.text += others.sql();
        where.parameters.addAll(others.values());
    }

    private static void add(List<String> ways, List<Object> parameters, String way, Object... values) {
        ways.add(way);
        parameters.addAll(List.of(values));
    }

    private static long begin(LocalDate day) {
        return day.atStartOfDay(DueDates.VIET_NAM).toInstant().toEpochMilli();
    }

    private static RecordLine line(ResultSet row) throws SQLException {
        String group = row.getString("group_name");
        return new RecordLine(
                UUID.fromString(row.getString("id")),
                row.getString("kind"),
                row.getString("acting_role"),
                row.getString("author_name"),
                row.getString("borrower_name"),
                row.getString("loan_number"),
                group == null ? row.getString("group_code") : group,
                row.getString("village_code"),
                row.getString("commune_code"),
                Instant.ofEpochMilli(row.getLong("effective_at")),
                row.getString("status"),
                row.getInt("is_head") == 1,
                row.getString("tied_record_id") == null ? null : row.getString("plan_task_id") != null,
                row.getString("task_key"),
                row.getString("task_title"));
    }

    private static final class Where {
        private String text = "";
        private final List<Object> parameters = new ArrayList<>();

        void and(String condition, Object... values) {
            text += (text.isEmpty() ? "" : " AND ") + condition;
            parameters.addAll(List.of(values));
        }
    }
}

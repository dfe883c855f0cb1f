package vn.sothon.server.app.demo;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.sothon.server.platform.db.Sql;

/** What a server's folder holds, asked of the closed database by plain queries. */
record StoredCounts(
        long plans,
        long tasks,
        Map<String, String> hashes,
        long acts,
        long duplicates,
        long tied,
        long superseded,
        long sheets,
        Map<String, Long> tiedByPlan,
        Set<String> files) {

    private static final String RECORDS = "kind IN ('LOAN_USE_CHECK', 'CHECK_SHEET', 'MONITORING_MINUTES')";

    static StoredCounts of(Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("sothon.db"))) {
            return of(connection);
        }
    }

    private static StoredCounts of(Connection connection) throws SQLException {
        Map<String, String> hashes = new HashMap<>();
        Sql.list(
                connection,
                "SELECT id, hash FROM record WHERE " + RECORDS,
                row -> hashes.put(row.getString(1), row.getString(2)));
        Map<String, Long> tiedByPlan = new LinkedHashMap<>();
        Sql.list(
                connection,
                """
                SELECT p.source_name, COUNT(t.record_id) FROM plan p
                LEFT JOIN tie t ON t.plan_id = p.line_id AND t.plan_task_id IS NOT NULL
                WHERE p.status = 'PUBLISHED' GROUP BY p.id, p.source_name ORDER BY p.source_name
                """,
                row -> tiedByPlan.put(row.getString(1), row.getLong(2)));
        return new StoredCounts(
                count(connection, "SELECT COUNT(*) FROM plan WHERE status = 'PUBLISHED'"),
                count(
                        connection,
                        "SELECT COUNT(*) FROM plan_task t JOIN plan p ON p.id = t.plan_id WHERE p.status = 'PUBLISHED'"),
                hashes,
                count(
                        connection,
                        """
                        SELECT COUNT(*) FROM record WHERE kind IN
                            ('ACKNOWLEDGE_ALERT', 'RESOLVE_ALERT', 'ASSIGN_ALERT', 'CLOSE_RECOMMENDATION', 'RETIE')
                        """),
                count(
                        connection,
                        "SELECT COUNT(*) FROM (SELECT body_hash FROM record GROUP BY body_hash HAVING COUNT(*) > 1) d"),
                count(connection, "SELECT COUNT(*) FROM tie WHERE plan_task_id IS NOT NULL"),
                count(
                        connection,
                        """
                        SELECT COUNT(*) FROM record WHERE is_head = 0 AND status <> 'HELD'
                            AND kind IN ('LOAN_USE_CHECK', 'MONITORING_MINUTES')
                        """),
                count(connection, "SELECT COUNT(*) FROM record WHERE kind = 'CHECK_SHEET'"),
                tiedByPlan,
                new TreeSet<>(Sql.list(connection, "SELECT sha256 FROM stored_file", row -> row.getString(1))));
    }

    long stored() {
        return hashes.size();
    }

    long untied() {
        return stored() - tied - superseded - sheets;
    }

    private static long count(Connection connection, String sql) throws SQLException {
        return Sql.one(connection, sql, row -> row.getLong(1)).orElseThrow();
    }
}

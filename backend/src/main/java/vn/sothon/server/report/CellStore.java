package vn.sothon.server.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sothon.server.platform.db.Sql;

/** The kept sums. What a question reads grows with places, months and tasks, never with records. */
@Singleton
final class CellStore {
    private static final String ADD =
            """
            INSERT INTO progress_cell (commune_code, scope_kind, scope_code, grain, period, plan_task_id, mark, due_on, n)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (commune_code, scope_kind, grain, period, scope_code, plan_task_id, mark, due_on)
            DO UPDATE SET n = progress_cell.n + excluded.n
            """;

    private static final String DROP_EMPTY =
            """
            DELETE FROM progress_cell WHERE commune_code = ? AND scope_kind = ? AND scope_code = ? AND grain = ?
                AND period = ? AND plan_task_id = ? AND mark = ? AND due_on = ? AND n = 0
            """;

    /** One sum of a question. */
    record Sum(String code, String period, String task, String mark, String dueOn, long n) {}

    /** What stands for one place, by task. */
    List<Sum> byTask(Connection connection, Place place, Period period) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT plan_task_id, mark, due_on, SUM(n) FROM progress_cell
                WHERE commune_code = ? AND scope_kind = ? AND scope_code = ? AND grain = 'M'
                    AND period >= ? AND period <= ?
                GROUP BY plan_task_id, mark, due_on
                """,
                row -> new Sum(place.code(), "", row.getString(1), row.getString(2), row.getString(3), row.getLong(4)),
                place.commune(),
                place.kind(),
                place.code(),
                period.from(),
                period.to());
    }

    /** What stands for each village or group of a commune, whatever the task. */
    List<Sum> byCode(Connection connection, String commune, Place.Kind kind, Period period) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT scope_code, mark, due_on, SUM(n) FROM progress_cell
                WHERE commune_code = ? AND scope_kind = ? AND grain = 'M' AND period >= ? AND period <= ?
                GROUP BY scope_code, mark, due_on
                """,
                row -> new Sum(row.getString(1), "", "", row.getString(2), row.getString(3), row.getLong(4)),
                commune,
                kind,
                period.from(),
                period.to());
    }

    /** The same of one task alone. */
    List<Sum> byCode(Connection connection, String commune, Place.Kind kind, Period period, String task)
            throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT scope_code, mark, due_on, SUM(n) FROM progress_cell
                WHERE commune_code = ? AND scope_kind = ? AND grain = 'M' AND period >= ? AND period <= ?
                    AND plan_task_id = ?
                GROUP BY scope_code, mark, due_on
                """,
                row -> new Sum(row.getString(1), "", task, row.getString(2), row.getString(3), row.getLong(4)),
                commune,
                kind,
                period.from(),
                period.to(),
                task);
    }

    /** What stands for one place, by week. */
    List<Sum> byWeek(Connection connection, Place place, String from, String to) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT period, plan_task_id, mark, SUM(n) FROM progress_cell
                WHERE commune_code = ? AND scope_kind = ? AND scope_code = ? AND grain = 'W'
                    AND period >= ? AND period <= ?
                GROUP BY period, plan_task_id, mark
                """,
                row -> new Sum(place.code(), row.getString(1), row.getString(2), row.getString(3), "", row.getLong(4)),
                place.commune(),
                place.kind(),
                place.code(),
                from,
                to);
    }

    Map<Cells.Key, Long> ofCommune(Connection connection, String commune) throws SQLException {
        Map<Cells.Key, Long> kept = new HashMap<>();
        Sql.list(
                connection,
                "SELECT * FROM progress_cell WHERE commune_code = ?",
                row -> kept.put(
                        new Cells.Key(
                                new Place(
                                        commune,
                                        Place.Kind.valueOf(row.getString("scope_kind")),
                                        row.getString("scope_code")),
                                row.getString("grain"),
                                row.getString("period"),
                                row.getString("plan_task_id"),
                                row.getString("mark"),
                                row.getString("due_on")),
                        row.getLong("n")),
                commune);
        return kept;
    }

    void add(Connection connection, Map<Cells.Key, Long> changes) throws SQLException {
        try (PreparedStatement add = connection.prepareStatement(ADD)) {
            for (Map.Entry<Cells.Key, Long> change : changes.entrySet()) {
                bind(add, change.getKey());
                add.setLong(9, change.getValue());
                add.addBatch();
            }
            if (!changes.isEmpty()) {
                add.executeBatch();
            }
        }
        try (PreparedStatement drop = connection.prepareStatement(DROP_EMPTY)) {
            boolean any = false;
            for (Map.Entry<Cells.Key, Long> change : changes.entrySet()) {
                if (change.getValue() < 0) {
                    bind(drop, change.getKey());
                    drop.addBatch();
                    any = true;
                }
            }
            if (any) {
                drop.executeBatch();
            }
        }
    }

    void replace(Connection connection, String commune, Map<Cells.Key, Long> sums) throws SQLException {
        Sql.update(connection, "DELETE FROM progress_cell WHERE commune_code = ?", commune);
        add(connection, sums);
    }

    private static void bind(PreparedStatement statement, Cells.Key key) throws SQLException {
        statement.setString(1, key.place().commune());
        statement.setString(2, key.place().kind().name());
        statement.setString(3, key.place().code());
        statement.setString(4, key.grain());
        statement.setString(5, key.period());
        statement.setString(6, key.task());
        statement.setString(7, key.mark());
        statement.setString(8, key.dueOn());
    }
}

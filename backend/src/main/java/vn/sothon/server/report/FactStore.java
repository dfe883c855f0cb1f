package vn.sothon.server.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.db.Sql;

/** How each fact is counted at present. */
@Singleton
final class FactStore {
    private static final String PUT =
            """
            INSERT INTO progress_fact (source, id, commune_code, village_code, group_code, plan_task_id, day, due_on,
                marks)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, id) DO UPDATE SET commune_code = excluded.commune_code,
                village_code = excluded.village_code, group_code = excluded.group_code,
                plan_task_id = excluded.plan_task_id, day = excluded.day, due_on = excluded.due_on,
                marks = excluded.marks
            """;

    List<Fact> kept(Connection connection, Collection<Fact.Key> keys) throws SQLException {
        Map<Fact.Source, List<String>> bySource = new EnumMap<>(Fact.Source.class);
        keys.forEach(key -> bySource.computeIfAbsent(key.source(), source -> new ArrayList<>())
                .add(key.id()));
        List<Fact> kept = new ArrayList<>();
        for (Map.Entry<Fact.Source, List<String>> one : bySource.entrySet()) {
            String sql = "SELECT * FROM progress_fact WHERE source = '" + one.getKey() + "' AND id IN (%s)";
            kept.addAll(Sql.in(connection, sql, FactStore::read, one.getValue()));
        }
        return kept;
    }

    List<Fact> ofCommune(Connection connection, String commune) throws SQLException {
        return Sql.list(connection, "SELECT * FROM progress_fact WHERE commune_code = ?", FactStore::read, commune);
    }

    Set<String> communes(Connection connection) throws SQLException {
        return new TreeSet<>(Sql.list(
                connection,
                "SELECT commune_code FROM progress_fact UNION SELECT commune_code FROM progress_cell",
                row -> row.getString(1)));
    }

    void put(Connection connection, Collection<Fact> facts) throws SQLException {
        try (PreparedStatement put = connection.prepareStatement(PUT)) {
            for (Fact fact : facts) {
                put.setString(1, fact.source().name());
                put.setString(2, fact.id());
                put.setString(3, fact.commune());
                put.setString(4, fact.village());
                put.setString(5, fact.group());
                put.setString(6, fact.task());
                put.setString(7, fact.day().toString());
                put.setString(8, fact.dueOn() == null ? null : fact.dueOn().toString());
                put.setString(9, String.join(" ", fact.marks()));
                put.addBatch();
            }
            if (!facts.isEmpty()) {
                put.executeBatch();
            }
        }
    }

    void remove(Connection connection, Collection<Fact.Key> keys) throws SQLException {
        try (PreparedStatement remove =
                connection.prepareStatement("DELETE FROM progress_fact WHERE source = ? AND id = ?")) {
            for (Fact.Key key : keys) {
                remove.setString(1, key.source().name());
                remove.setString(2, key.id());
                remove.addBatch();
            }
            if (!keys.isEmpty()) {
                remove.executeBatch();
            }
        }
    }

    private static Fact read(ResultSet row) throws SQLException {
        return new Fact(
                Fact.Source.valueOf(row.getString("source")),
                row.getString("id"),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("group_code"),
                row.getString("plan_task_id"),
                LocalDate.parse(row.getString("day")),
                day(row.getString("due_on")),
                List.of(row.getString("marks").split(" ")));
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }
}

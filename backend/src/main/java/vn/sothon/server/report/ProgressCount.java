package vn.sothon.server.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;

/**
 * Keeps the sums equal to the facts. What a fact is counted as is written down beside the sums, so that a change takes
 * back exactly what was added, and looking twice at the same fact changes nothing.
 */
@Singleton
final class ProgressCount {
    private final FactReader reader;
    private final FactStore facts;
    private final CellStore cells;

    ProgressCount(FactReader reader, FactStore facts, CellStore cells) {
        this.reader = reader;
        this.facts = facts;
        this.cells = cells;
    }

    /**
     * How a commune's kept numbers compared with its facts.
     *
     * @param facts counted otherwise than kept
     */
    record Recount(int facts, List<Difference> differences) {}

    /** Counts again what may have changed. */
    void refresh(Tx tx, Touched touched) throws SQLException {
        Connection connection = tx.connection();
        takeTurn(connection);
        Map<Fact.Key, Fact> now = now(connection, touched);
        Set<Fact.Key> keys = touched.keys();
        keys.addAll(now.keySet());
        Cells change = new Cells();
        List<Fact.Key> gone = new ArrayList<>();
        List<Fact> put = new ArrayList<>();
        Map<Fact.Key, Fact> before = byKey(facts.kept(connection, keys));
        for (Fact.Key key : keys) {
            Fact was = before.get(key);
            Fact is = now.get(key);
            if (Objects.equals(was, is)) {
                continue;
            }
            if (was != null) {
                change.takeBack(was);
            }
            if (is != null) {
                change.add(is);
                put.add(is);
            } else {
                gone.add(key);
            }
        }
        facts.remove(connection, gone);
        facts.put(connection, put);
        cells.add(connection, change.sums());
    }

    /** Counts a commune anew from its facts, and says where that differs from what was kept. */
    Recount rebuild(Tx tx, String commune) throws SQLException {
        Connection connection = tx.connection();
        takeTurn(connection);
        Map<Fact.Key, Fact> now = byKey(reader.ofCommune(connection, commune));
        Map<Fact.Key, Fact> before = byKey(facts.ofCommune(connection, commune));
        Cells counted = new Cells();
        now.values().forEach(counted::add);
        List<Difference> differences = Difference.between(cells.ofCommune(connection, commune), counted.sums());
        Set<Fact.Key> gone = new HashSet<>(before.keySet());
        gone.removeAll(now.keySet());
        facts.remove(connection, gone);
        List<Fact> put = now.values().stream()
                .filter(fact -> !fact.equals(before.get(fact.key())))
                .toList();
        facts.put(connection, put);
        if (!differences.isEmpty()) {
            cells.replace(connection, commune, counted.sums());
        }
        return new Recount(gone.size() + put.size(), differences);
    }

    /** Communes in which anything counts, or is counted. */
    Set<String> communes(Connection connection) throws SQLException {
        Set<String> communes = new TreeSet<>(reader.communes(connection));
        communes.addAll(facts.communes(connection));
        return communes;
    }

    private Map<Fact.Key, Fact> now(Connection connection, Touched touched) throws SQLException {
        List<Fact> now = new ArrayList<>();
        now.addAll(reader.records(connection, touched.records()));
        now.addAll(reader.obligations(connection, touched.obligations()));
        now.addAll(reader.obligationsOfLoans(connection, touched.loans()));
        now.addAll(reader.obligationsDoneBy(connection, touched.records()));
        now.addAll(reader.recommendations(connection, touched.recommendations()));
        now.addAll(reader.recommendationsOf(connection, touched.records()));
        return byKey(now);
    }

    private static Map<Fact.Key, Fact> byKey(Collection<Fact> facts) {
        Map<Fact.Key, Fact> byKey = new HashMap<>();
        facts.forEach(fact -> byKey.put(fact.key(), fact));
        return byKey;
    }

    private static void takeTurn(Connection connection) throws SQLException {
        Sql.update(connection, "UPDATE progress_turn SET n = n + 1 WHERE id = 1");
    }
}

package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import vn.sothon.model.alert.AlertState;
import vn.sothon.server.alert.AlertEvent.What;
import vn.sothon.server.org.HandedOver;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;

/** Alerts that somebody was asked to see to, for the one who comes after. */
@Singleton
class AssignedAlerts implements HandedOver {
    private final AlertStore store;
    private final AlertHistory history;
    private final AlertTelling telling;
    private final ServerClock clock;

    AssignedAlerts(AlertStore store, AlertHistory history, AlertTelling telling, ServerClock clock) {
        this.store = store;
        this.history = history;
        this.telling = telling;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "ALERT";
    }

    @Override
    public List<Open> of(Connection connection, UUID personId, String communeCode) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT id, rule, opened_at FROM alert WHERE assigned_to = ? AND commune_code = ? AND state <> 'RESOLVED'
                ORDER BY opened_at, id
                """,
                row -> new Open(row.getString(1), row.getString(2), (LocalDate) null),
                personId,
                communeCode);
    }

    @Override
    public int pass(Tx tx, UUID from, UUID to, Set<String> ids) throws SQLException {
        int passed = 0;
        for (String id : ids) {
            Alert before = store.find(tx.connection(), UUID.fromString(id)).orElse(null);
            if (before != null && from.equals(before.assignedTo()) && before.state() != AlertState.RESOLVED) {
                Alert now = before.assigned(to);
                store.put(tx.connection(), now);
                history.add(tx.connection(), now.id(), What.ASSIGNED, clock.now(), null, to.toString());
                telling.tell(tx, now, false, clock.now());
                passed++;
            }
        }
        return passed;
    }
}

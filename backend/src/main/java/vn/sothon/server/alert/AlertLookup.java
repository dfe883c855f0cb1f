package vn.sothon.server.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.alert.AlertState;
import vn.sothon.model.alert.AlertView;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.alert.audience.Reader;
import vn.sothon.server.platform.db.Sql;

/** What others may ask about alerts. Every answer is what that person may see; there is no question without a person. */
@Singleton
public class AlertLookup {
    private static final String MINE =
            """
            SELECT a.*, r.person_id AS reader_id, r.role, r.brief, r.may_answer
            FROM alert_reader r JOIN alert a ON a.id = r.alert_id WHERE r.person_id = ?
            """;

    private final TransactionOperations<Connection> transactions;
    private final AlertHistory history;

    AlertLookup(TransactionOperations<Connection> transactions, AlertHistory history) {
        this.transactions = transactions;
        this.history = history;
    }

    /**
     * An alert in somebody's hands.
     *
     * @param version to be given back as {@code basedOn} with an answer
     * @param role the office in which the person has it
     */
    public record Entry(
            @JsonProperty("alert") AlertView alert,
            @JsonProperty("version") long version,
            @JsonProperty("role") ActingRole role) {}

    /** One alert with everything that happened to it; at province level the history is empty. */
    public record Detail(Entry entry, List<AlertEvent> history) {}

    /** How many unresolved alerts a person has. */
    public record Counts(int open, int acknowledged, Map<AlertSeverity, Integer> openBySeverity) {}

    /** The person's alerts: open ones first, then the gravest, then the newest. */
    public List<Entry> inbox(UUID personId, AlertFilter filter, int limit, int offset) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(personId);
        String sql = MINE + where(filter, personId, values)
                + """
                ORDER BY CASE a.state WHEN 'OPEN' THEN 0 WHEN 'ACKNOWLEDGED' THEN 1 ELSE 2 END,
                    CASE a.severity WHEN 'CRITICAL' THEN 0 WHEN 'WARNING' THEN 1 ELSE 2 END,
                    a.opened_at DESC, a.id LIMIT ? OFFSET ?
                """;
        values.add(limit);
        values.add(offset);
        return transactions.executeRead(
                status -> Sql.list(status.getConnection(), sql, AlertLookup::entry, values.toArray()));
    }

    /** How many the inbox would show without a limit. */
    public int count(UUID personId, AlertFilter filter) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(personId);
        String sql = "SELECT COUNT(*) FROM alert_reader r JOIN alert a ON a.id = r.alert_id WHERE r.person_id = ? "
                + where(filter, personId, values);
        return transactions.executeRead(
                status -> Sql.one(status.getConnection(), sql, row -> row.getInt(1), values.toArray())
                        .orElse(0));
    }

    public Optional<Detail> find(UUID personId, UUID id) {
        return transactions.executeRead(status -> {
            Connection connection = status.getConnection();
            Optional<Entry> entry = Sql.one(connection, MINE + "AND a.id = ?", AlertLookup::entry, personId, id);
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            boolean brief = entry.get().role() == ActingRole.PROVINCE_VIEWER;
            return Optional.of(new Detail(entry.get(), brief ? List.of() : history.of(connection, id)));
        });
    }

    /** The person's alerts about a record. */
    public List<Entry> ofRecord(UUID personId, UUID recordId) {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                MINE + "AND a.record_id = ? AND r.brief = 0 ORDER BY a.opened_at",
                AlertLookup::entry,
                personId,
                recordId));
    }

    public Counts counts(UUID personId) {
        return transactions.executeRead(status -> {
            Map<AlertSeverity, Integer> open = new EnumMap<>(AlertSeverity.class);
            int[] sums = new int[2];
            Sql.list(
                    status.getConnection(),
                    """
                    SELECT a.state, a.severity, COUNT(*) FROM alert_reader r JOIN alert a ON a.id = r.alert_id
                    WHERE r.person_id = ? AND a.state <> 'RESOLVED' GROUP BY a.state, a.severity
                    """,
                    row -> {
                        boolean isOpen = row.getString(1).equals(AlertState.OPEN.name());
                        sums[isOpen ? 0 : 1] += row.getInt(3);
                        if (isOpen) {
                            open.put(AlertSeverity.valueOf(row.getString(2)), row.getInt(3));
                        }
                        return row.getInt(3);
                    },
                    personId);
            return new Counts(sums[0], sums[1], Map.copyOf(open));
        });
    }

    private static String where(AlertFilter filter, UUID personId, List<@Nullable Object> values) {
        StringBuilder sql = new StringBuilder();
        if (!filter.states().isEmpty()) {
            StringJoiner marks = new StringJoiner(", ", " AND a.state IN (", ")");
            filter.states().forEach(state -> {
                marks.add("?");
                values.add(state);
            });
            sql.append(marks);
        }
        equal(sql, values, "a.rule", filter.rule());
        equal(sql, values, "a.commune_code", filter.communeCode());
        equal(sql, values, "a.village_code", filter.villageCode());
        equal(sql, values, "a.group_code", filter.groupCode());
        equal(sql, values, "a.assigned_to", filter.assignedToMe() ? personId : null);
        if (filter.villageCode() != null || filter.groupCode() != null || filter.assignedToMe()) {
            sql.append(" AND r.brief = 0");
        }
        return sql.append(' ').toString();
    }

    private static void equal(StringBuilder sql, List<@Nullable Object> values, String column, @Nullable Object value) {
        if (value != null) {
            sql.append(" AND ").append(column).append(" = ?");
            values.add(value);
        }
    }

    private static Entry entry(ResultSet row) throws SQLException {
        Alert alert = AlertStore.read(row);
        Reader reader = new Reader(
                UUID.fromString(row.getString("reader_id")),
                ActingRole.valueOf(row.getString("role")),
                row.getInt("brief") == 1,
                row.getInt("may_answer") == 1);
        return new Entry(alert.view(reader), alert.version(), reader.role());
    }
}

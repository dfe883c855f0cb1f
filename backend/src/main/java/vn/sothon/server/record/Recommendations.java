package vn.sothon.server.record;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.org.HandedOver;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.ledger.FeedChange;

/** Recommendations of minutes: opened by the minutes that count, closed by an act with evidence. */
@Singleton
public final class Recommendations implements HandedOver {
    private static final String OPEN = "OPEN";
    private static final String CLOSED = "CLOSED";
    private static final String WITHDRAWN = "WITHDRAWN";

    private final PersonLookup people;

    Recommendations(PersonLookup people) {
        this.people = people;
    }

    /** The minutes count: their recommendations stand, those of the minutes they correct no more. */
    public void stand(Tx tx, StoredRecord record, MonitoringMinutes minutes) throws SQLException {
        for (MonitoringMinutes.Recommendation recommendation : minutes.recommendations()) {
            String id = recommendation.id().toString();
            Optional<Row> present = find(tx.connection(), recommendation.id());
            if (present.isPresent() && !present.get().commune.equals(record.communeCode())) {
                continue;
            }
            String state = present.isPresent() && present.get().state.equals(CLOSED) ? CLOSED : OPEN;
            Sql.update(
                    tx.connection(),
                    """
                    INSERT INTO recommendation (id, record_id, commune_code, village_code, group_code, text, deadline,
                        responsible, state, version)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)
                    ON CONFLICT (id) DO UPDATE SET record_id = excluded.record_id, text = excluded.text,
                        deadline = excluded.deadline, responsible = excluded.responsible, state = excluded.state,
                        version = recommendation.version + 1
                    """,
                    id,
                    record.id(),
                    record.communeCode(),
                    record.villageCode(),
                    record.groupCode(),
                    recommendation.text(),
                    recommendation.deadline(),
                    recommendation.responsible(),
                    state);
            announce(tx, find(tx.connection(), recommendation.id()).orElseThrow());
        }
    }

    /** The minutes count no more. */
    public void fall(Tx tx, UUID recordId) throws SQLException {
        for (Row row : Sql.list(
                tx.connection(), SELECT + "WHERE record_id = ? AND state = 'OPEN'", Recommendations::read, recordId)) {
            move(tx, row, WITHDRAWN, null);
        }
    }

    /**
     * Closes one, by the act of that id.
     *
     * @return whether it was open in that commune
     */
    public boolean close(Tx tx, String communeCode, UUID id, UUID actId) throws SQLException {
        Optional<Row> row = find(tx.connection(), id);
        if (row.isEmpty() || !row.get().state.equals(OPEN) || !row.get().commune.equals(communeCode)) {
            return false;
        }
        move(tx, row.get(), CLOSED, actId);
        return true;
    }

    /** An open recommendation whose deadline has passed. */
    public record Late(
            UUID id, UUID recordId, @Nullable String villageCode, @Nullable String groupCode, LocalDate deadline) {}

    /** Open recommendations of a commune that were to be followed before that day. */
    public List<Late> lateOn(Connection connection, String communeCode, LocalDate day) throws SQLException {
        List<Late> late = new ArrayList<>();
        for (Row row : Sql.list(
                connection,
                SELECT + "WHERE commune_code = ? AND state = 'OPEN' AND deadline < ? ORDER BY deadline, id",
                Recommendations::read,
                communeCode,
                day)) {
            if (row.deadline != null) {
                late.add(new Late(row.id, row.recordId, row.village, row.group, row.deadline));
            }
        }
        return late;
    }

    @Override
    public String kind() {
        return "RECOMMENDATION";
    }

    /** Those the person follows, and those whose minutes name him where nobody else follows them. */
    @Override
    public List<Open> of(Connection connection, UUID personId, String communeCode) throws SQLException {
        String name =
                people.find(personId).map(Person::name).map(SearchName::of).orElse("");
        List<Open> open = new ArrayList<>();
        for (Row row : Sql.list(
                connection,
                SELECT + "WHERE commune_code = ? AND state = 'OPEN' ORDER BY deadline, id",
                Recommendations::read,
                communeCode)) {
            if (isWith(row, personId, name)) {
                open.add(new Open(row.id.toString(), row.text, row.deadline));
            }
        }
        return open;
    }

    @Override
    public int pass(Tx tx, UUID from, UUID to, Set<String> ids) throws SQLException {
        String name = people.find(from).map(Person::name).map(SearchName::of).orElse("");
        int passed = 0;
        for (String id : ids) {
            Optional<Row> row = find(tx.connection(), UUID.fromString(id));
            if (row.isPresent() && row.get().state.equals(OPEN) && isWith(row.get(), from, name)) {
                Sql.update(
                        tx.connection(),
                        "UPDATE recommendation SET follower_id = ?, version = version + 1 WHERE id = ?",
                        to,
                        id);
                announce(tx, find(tx.connection(), row.get().id).orElseThrow());
                passed++;
            }
        }
        return passed;
    }

    private static boolean isWith(Row row, UUID personId, String name) {
        if (row.follower != null) {
            return row.follower.equals(personId);
        }
        return row.responsible != null
                && !name.isEmpty()
                && SearchName.of(row.responsible).contains(name);
    }

    private static void move(Tx tx, Row row, String state, @Nullable UUID closedBy) throws SQLException {
        Sql.update(
                tx.connection(),
                "UPDATE recommendation SET state = ?, closed_by = ?, version = version + 1 WHERE id = ?",
                state,
                closedBy,
                row.id);
        announce(tx, find(tx.connection(), row.id).orElseThrow());
    }

    private static void announce(Tx tx, Row row) {
        tx.announce(FeedChange.at(
                row.commune,
                Pull.Type.recommendation,
                row.id.toString(),
                row.version,
                row.village,
                row.group,
                Json.write(new Views.Recommendation(
                        row.id, row.recordId, row.text, row.deadline, row.responsible, row.state, row.follower))));
    }

    private static final String SELECT =
            """
            SELECT id, record_id, commune_code, village_code, group_code, text, deadline, responsible, state, version,
                   follower_id
            FROM recommendation
            """;

    private static Optional<Row> find(Connection connection, UUID id) throws SQLException {
        return Sql.one(connection, SELECT + "WHERE id = ?", Recommendations::read, id);
    }

    private static Row read(ResultSet row) throws SQLException {
        String deadline = row.getString("deadline");
        String follower = row.getString("follower_id");
        return new Row(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("record_id")),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("group_code"),
                row.getString("text"),
                deadline == null ? null : LocalDate.parse(deadline),
                row.getString("responsible"),
                row.getString("state"),
                row.getLong("version"),
                follower == null ? null : UUID.fromString(follower));
    }

    private record Row(
            UUID id,
            UUID recordId,
            String commune,
            @Nullable String village,
            @Nullable String group,
            String text,
            @Nullable LocalDate deadline,
            @Nullable String responsible,
            String state,
            long version,
            @Nullable UUID follower) {}
}

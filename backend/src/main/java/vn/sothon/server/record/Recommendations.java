package vn.sothon.server.record;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.json.Json;
import vn.sothon.model.loan.Views;
import vn.sothon.model.record.MonitoringMinutes;
import vn.sothon.model.sync.Pull;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.HandedOver;
import vn.sothon.server.org.OfficeLookup;
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

    private final AreaLookup areas;
    private final OfficeLookup offices;
    private final PersonLookup people;

    Recommendations(AreaLookup areas, OfficeLookup offices, PersonLookup people) {
        this.areas = areas;
        this.offices = offices;
        this.people = people;
    }

    /**
     * A recommendation as it stands.
     *
     * @param lineId the first minutes of the line of corrections it comes from
     * @param concerned the people it is about, who are not shown it and cannot close it
     */
    public record Standing(
            UUID id,
            UUID recordId,
            UUID lineId,
            String communeCode,
            @Nullable String villageCode,
            @Nullable String groupCode,
            Set<UUID> concerned,
            boolean open,
            long version) {}

    public Optional<Standing> standing(Connection connection, UUID id) throws SQLException {
        return find(connection, id)
                .map(row -> new Standing(
                        row.id,
                        row.recordId,
                        row.line,
                        row.commune,
                        row.village,
                        row.group,
                        row.concerned,
                        row.state.equals(OPEN),
                        row.version));
    }

    /**
     * The minutes count: their recommendations stand, those of the minutes they correct no more. One that other minutes
     * have made stays theirs.
     */
    public void stand(Tx tx, StoredRecord record, MonitoringMinutes minutes) throws SQLException {
        Set<UUID> concerned =
                minutes.recommendations().isEmpty() ? Set.of() : concerned(tx.connection(), record, minutes);
        for (MonitoringMinutes.Recommendation recommendation : minutes.recommendations()) {
            Optional<Row> present = find(tx.connection(), recommendation.id());
            if (present.isPresent() && !present.get().line.equals(record.originalId())) {
                continue;
            }
            AreaLookup.Standing place = areas.standing(record.communeCode(), record.villageCode());
            Row row = new Row(
                    recommendation.id(),
                    record.id(),
                    record.originalId(),
                    place.communeCode(),
                    place.villageCode(),
                    record.groupCode(),
                    recommendation.text(),
                    recommendation.deadline(),
                    recommendation.responsible(),
                    concerned,
                    present.isPresent() && present.get().state.equals(CLOSED) ? CLOSED : OPEN,
                    present.map(before -> before.version + 1).orElse(1L),
                    present.map(before -> before.follower).orElse(null));
            present.filter(before -> !before.isSeenWhere(row))
                    .ifPresent(before -> tx.announce(before.feedRow().gone()));
            put(tx, row);
        }
    }

    private static void put(Tx tx, Row row) throws SQLException {
        Sql.update(
                tx.connection(),
                """
                INSERT INTO recommendation (id, record_id, commune_code, village_code, group_code, text, deadline,
                    responsible, concerned, state, version)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET record_id = excluded.record_id,
                    commune_code = excluded.commune_code, village_code = excluded.village_code,
                    group_code = excluded.group_code, text = excluded.text, deadline = excluded.deadline,
                    responsible = excluded.responsible, concerned = excluded.concerned, state = excluded.state,
                    version = excluded.version
                """,
                row.id,
                row.recordId,
                row.commune,
                row.village,
                row.group,
                row.text,
                row.deadline,
                row.responsible,
                row.concerned.isEmpty()
                        ? null
                        : row.concerned.stream().map(UUID::toString).sorted().collect(Collectors.joining(" ")),
                row.state,
                row.version);
        tx.announce(row.feedRow());
    }

    /** Minutes that find fault with a group's board are about whoever leads it or led it. */
    private Set<UUID> concerned(Connection connection, StoredRecord record, MonitoringMinutes minutes)
            throws SQLException {
        Set<UUID> concerned = new HashSet<>();
        boolean aboutLeader =
                minutes.findings().stream().anyMatch(finding -> LeaderFindings.CODES.contains(finding.code()));
        if (aboutLeader && record.groupCode() != null) {
            offices.everLed(connection, record.groupCode()).forEach(leader -> concerned.add(leader.personId()));
        }
        return concerned;
    }

    /** The minutes count no more. */
    public void fall(Tx tx, UUID recordId) throws SQLException {
        for (Row row : Sql.list(
                tx.connection(),
                SELECT + "WHERE n.record_id = ? AND n.state = 'OPEN'",
                Recommendations::read,
                recordId)) {
            move(tx, row, WITHDRAWN, null);
        }
    }

    /** Has those of an area follow it, at most so many, once it has become part of another; how many did. */
    public int follow(Tx tx, String areaCode, int most) throws SQLException {
        int moved = 0;
        for (Row before : Sql.list(
                tx.connection(),
                SELECT + "WHERE n.village_code = ? OR n.commune_code = ? ORDER BY n.id LIMIT ?",
                Recommendations::read,
                areaCode,
                areaCode,
                most)) {
            AreaLookup.Standing place = areas.standing(before.commune, before.village);
            Row after = before.in(place.communeCode(), place.villageCode());
            if (!before.isSeenWhere(after)) {
                Sql.update(
                        tx.connection(),
                        "UPDATE recommendation SET commune_code = ?, village_code = ?, version = ? WHERE id = ?",
                        after.commune,
                        after.village,
                        after.version,
                        after.id);
                tx.announce(before.feedRow().gone());
                tx.announce(after.feedRow());
                moved++;
            }
        }
        return moved;
    }

    /** Closes an open one, by the act of that id. */
    public void close(Tx tx, UUID id, UUID actId) throws SQLException {
        move(tx, find(tx.connection(), id).orElseThrow(), CLOSED, actId);
    }

    /** An open recommendation whose deadline has passed. */
    public record Late(
            UUID id, UUID recordId, @Nullable String villageCode, @Nullable String groupCode, LocalDate deadline) {}

    /** Open recommendations of a commune that were to be followed before that day. */
    public List<Late> lateOn(Connection connection, String communeCode, LocalDate day) throws SQLException {
        List<Late> late = new ArrayList<>();
        for (Row row : Sql.list(
                connection,
                SELECT + "WHERE n.commune_code = ? AND n.state = 'OPEN' AND n.deadline < ? ORDER BY n.deadline, n.id",
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
                SELECT + "WHERE n.commune_code = ? AND n.state = 'OPEN' ORDER BY n.deadline, n.id",
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
            if (row.isPresent()
                    && row.get().state.equals(OPEN)
                    && isWith(row.get(), from, name)
                    && !row.get().concerned.contains(to)) {
                Sql.update(
                        tx.connection(),
                        "UPDATE recommendation SET follower_id = ?, version = version + 1 WHERE id = ?",
                        to,
                        id);
                tx.announce(find(tx.connection(), row.get().id).orElseThrow().feedRow());
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
        tx.announce(find(tx.connection(), row.id).orElseThrow().feedRow());
    }

    private static final String SELECT =
            """
            SELECT n.id, n.record_id, r.original_id, n.commune_code, n.village_code, n.group_code, n.text, n.deadline,
                   n.responsible, n.concerned, n.state, n.version, n.follower_id
            FROM recommendation n JOIN record r ON r.id = n.record_id
            """;

    private static Optional<Row> find(Connection connection, UUID id) throws SQLException {
        return Sql.one(connection, SELECT + "WHERE n.id = ?", Recommendations::read, id);
    }

    private static Row read(ResultSet row) throws SQLException {
        String deadline = row.getString("deadline");
        String follower = row.getString("follower_id");
        String concerned = row.getString("concerned");
        return new Row(
                UUID.fromString(row.getString("id")),
                UUID.fromString(row.getString("record_id")),
                UUID.fromString(row.getString("original_id")),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("group_code"),
                row.getString("text"),
                deadline == null ? null : LocalDate.parse(deadline),
                row.getString("responsible"),
                concerned == null
                        ? Set.of()
                        : Stream.of(concerned.split(" ")).map(UUID::fromString).collect(Collectors.toSet()),
                row.getString("state"),
                row.getLong("version"),
                follower == null ? null : UUID.fromString(follower));
    }

    private record Row(
            UUID id,
            UUID recordId,
            UUID line,
            String commune,
            @Nullable String village,
            @Nullable String group,
            String text,
            @Nullable LocalDate deadline,
            @Nullable String responsible,
            Set<UUID> concerned,
            String state,
            long version,
            @Nullable UUID follower) {

        Row in(String otherCommune, @Nullable String otherVillage) {
            return new Row(
                    id,
                    recordId,
                    line,
                    otherCommune,
                    otherVillage,
                    group,
                    text,
                    deadline,
                    responsible,
                    concerned,
                    state,
                    version + 1,
                    follower);
        }

        boolean isSeenWhere(Row other) {
            return commune.equals(other.commune)
                    && Objects.equals(village, other.village)
                    && Objects.equals(group, other.group);
        }

        FeedChange feedRow() {
            return FeedChange.at(
                            commune,
                            Pull.Type.recommendation,
                            id.toString(),
                            version,
                            village,
                            group,
                            Json.write(new Views.Recommendation(
                                    id, recordId, text, deadline, responsible, state, follower)))
                    .concerning(concerned);
        }
    }
}

package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.platform.db.Sql;

/** Who holds an office where; asked inside a transaction, so nothing here is remembered. */
@Singleton
public final class OfficeLookup {
    private static final String GRANTS =
            """
            SELECT g.person_id, p.name_search, g.role, g.area_code, g.group_code, g.association, g.from_day, g.to_day
            FROM person_grant g JOIN person p ON p.id = g.person_id
            """;

    /**
     * Somebody in an office.
     *
     * @param nameSearch the name without marks and case, for comparing with a roster's
     */
    public record Holder(UUID personId, String nameSearch, Grant grant) {}

    /** Everybody whose office lies exactly in one of these areas and is in force that day. */
    public List<Holder> in(Connection connection, Collection<String> areaCodes, LocalDate day) throws SQLException {
        return Sql.in(
                        connection,
                        GRANTS + "WHERE g.area_code IN (%s) ORDER BY g.person_id, g.id",
                        OfficeLookup::holder,
                        areaCodes)
                .stream()
                .filter(holder -> Person.inForce(holder.grant, day))
                .toList();
    }

    /** Everybody who ever led the group. */
    public List<Holder> everLed(Connection connection, String groupCode) throws SQLException {
        return Sql.list(
                connection,
                GRANTS + "WHERE g.role = 'GROUP_LEADER' AND g.group_code = ? ORDER BY g.person_id",
                OfficeLookup::holder,
                groupCode);
    }

    /** Everybody of that name, without marks and case, with every office ever held. */
    public List<Holder> everNamed(Connection connection, String nameSearch) throws SQLException {
        return Sql.list(
                connection,
                GRANTS + "WHERE p.name_search = ? ORDER BY g.person_id, g.id",
                OfficeLookup::holder,
                nameSearch);
    }

    /** Codes of areas that were merged into this one, directly or by way of another. */
    public List<String> mergedInto(Connection connection, String areaCode) throws SQLException {
        return Sql.list(
                connection,
                """
                WITH RECURSIVE older (code) AS (
                    SELECT code FROM area WHERE successor_code = ?
                    UNION SELECT a.code FROM area a JOIN older o ON a.successor_code = o.code
                ) SELECT code FROM older
                """,
                row -> row.getString(1),
                areaCode);
    }

    private static Holder holder(ResultSet row) throws SQLException {
        String to = row.getString("to_day");
        return new Holder(
                UUID.fromString(row.getString("person_id")),
                row.getString("name_search"),
                new Grant(
                        ActingRole.valueOf(row.getString("role")),
                        row.getString("area_code"),
                        row.getString("group_code"),
                        row.getString("association"),
                        LocalDate.parse(row.getString("from_day")),
                        to == null ? null : LocalDate.parse(to)));
    }
}

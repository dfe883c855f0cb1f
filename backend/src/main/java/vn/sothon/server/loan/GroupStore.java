package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;

/** The rows of groups. */
@Singleton
final class GroupStore {
    Map<String, StoredGroup> byCodes(Connection connection, Collection<String> codes) throws SQLException {
        return byCode(Sql.in(connection, "SELECT * FROM savings_group WHERE code IN (%s)", GroupStore::read, codes));
    }

    Map<String, StoredGroup> inCommunes(Connection connection, Collection<String> communes) throws SQLException {
        return byCode(Sql.in(
                connection, "SELECT * FROM savings_group WHERE commune_code IN (%s)", GroupStore::read, communes));
    }

    /** Groups that lie under that code, of a village or a commune. */
    List<StoredGroup> under(Connection connection, String areaCode) throws SQLException {
        return Sql.list(
                connection,
                "SELECT * FROM savings_group WHERE village_code = ? OR commune_code = ? ORDER BY code",
                GroupStore::read,
                areaCode,
                areaCode);
    }

    /** Stores a group as it now is, and tells the phones of the place it left and the place it is in. */
    void put(Tx tx, GroupChange change) throws SQLException {
        StoredGroup group = change.after();
        Sql.update(
                tx.connection(),
                """
                INSERT INTO savings_group (code, name, commune_code, village_code, association, leader_name, version)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, commune_code = excluded.commune_code,
                    village_code = excluded.village_code, association = excluded.association,
                    leader_name = excluded.leader_name, version = excluded.version
                """,
                group.code(),
                group.name(),
                group.commune(),
                group.village(),
                group.association(),
                group.leaderName(),
                group.version());
        StoredGroup before = change.before();
        if (before != null && !before.standsWhere(group)) {
            tx.announce(before.feedRow().gone());
        }
        tx.announce(group.feedRow());
    }

    private static Map<String, StoredGroup> byCode(List<StoredGroup> groups) {
        Map<String, StoredGroup> found = new LinkedHashMap<>();
        groups.forEach(group -> found.put(group.code(), group));
        return found;
    }

    static StoredGroup read(ResultSet row) throws SQLException {
        return new StoredGroup(
                row.getString("code"),
                row.getString("name"),
                row.getString("commune_code"),
                row.getString("village_code"),
                row.getString("association"),
                row.getString("leader_name"),
                row.getLong("version"));
    }
}

package vn.sothon.server.report;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.db.Sql;

/** Savings-and-loan groups, as far as a report names them. */
@Singleton
final class GroupNames {
    private static final String ALL = "SELECT code, name, commune_code, village_code, association FROM report_group ";

    record Group(String code, String name, String commune, @Nullable String village, @Nullable String association) {}

    List<Group> of(Connection connection, String commune) throws SQLException {
        return Sql.list(connection, ALL + "WHERE commune_code = ? ORDER BY code", GroupNames::read, commune);
    }

    Optional<Group> find(Connection connection, String code) throws SQLException {
        return Sql.one(connection, ALL + "WHERE code = ?", GroupNames::read, code);
    }

    private static Group read(ResultSet row) throws SQLException {
        return new Group(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5));
    }
}

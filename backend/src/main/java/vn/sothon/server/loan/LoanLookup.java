package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.db.Sql;

/** What others may ask of loans and groups. */
@Singleton
public final class LoanLookup {
    private static final String LOAN =
            """
            SELECT l.id, l.commune_code, l.village_code, l.group_code, g.association, l.disbursed FROM loan l
            LEFT JOIN savings_group g ON g.code = l.group_code
            """;

    /**
     * Where a loan belongs.
     *
     * @param disbursed what was paid out, in whole đồng, where a roster says so
     */
    public record Place(
            UUID loanId,
            String communeCode,
            @Nullable String villageCode,
            @Nullable String groupCode,
            @Nullable String association,
            @Nullable Long disbursed) {}

    /** Where a group belongs. */
    public record GroupPlace(
            String groupCode, String communeCode, @Nullable String villageCode, @Nullable String association) {}

    public Optional<Place> byId(Connection connection, UUID id) throws SQLException {
        return Sql.one(connection, LOAN + "WHERE l.id = ?", LoanLookup::place, id);
    }

    /** By its 16 digits, as the papers show it. */
    public Optional<Place> byNumber(Connection connection, String number) throws SQLException {
        return Sql.one(connection, LOAN + "WHERE l.number = ?", LoanLookup::place, number);
    }

    public Optional<GroupPlace> group(Connection connection, String code) throws SQLException {
        return Sql.one(
                connection,
                "SELECT code, commune_code, village_code, association FROM savings_group WHERE code = ?",
                row -> new GroupPlace(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                code);
    }

    /** What was paid out, in whole đồng, where a roster says so. */
    public Optional<Long> disbursed(Connection connection, UUID id) throws SQLException {
        return Sql.one(
                connection,
                "SELECT disbursed FROM loan WHERE id = ? AND disbursed IS NOT NULL",
                row -> row.getLong(1),
                id);
    }

    /** Its 16 digits. */
    public Optional<String> number(Connection connection, UUID id) throws SQLException {
        return Sql.one(connection, "SELECT number FROM loan WHERE id = ?", row -> row.getString(1), id);
    }

    /** What people call a group. */
    public Optional<String> groupName(Connection connection, String code) throws SQLException {
        return Sql.one(connection, "SELECT name FROM savings_group WHERE code = ?", row -> row.getString(1), code);
    }

    private static Place place(ResultSet row) throws SQLException {
        long amount = row.getLong(6);
        Long disbursed = row.wasNull() ? null : amount;
        return new Place(
                UUID.fromString(row.getString(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                disbursed);
    }
}

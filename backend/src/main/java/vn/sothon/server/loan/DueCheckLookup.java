package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.platform.db.Sql;

/** What others may ask about checks that loans owe, and about the groups they lie in. */
@Singleton
public final class DueCheckLookup {
    /** A check nobody has made yet, and where its loan belongs. */
    public record OpenCheck(
            UUID loanId,
            @Nullable String villageCode,
            @Nullable String groupCode,
            @Nullable String groupName,
            @Nullable String association,
            LocalDate dueOn) {}

    /** A group that has open loans. */
    public record ActiveGroup(String code, String name, @Nullable String villageCode, @Nullable String association) {}

    /** Open checks of open loans of a commune that are due by that day, the earliest first. */
    public List<OpenCheck> dueBy(Connection connection, String communeCode, LocalDate day) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT l.id, l.village_code, l.group_code, g.name, g.association, o.due_on
                FROM loan l JOIN obligation o ON o.loan_id = l.id LEFT JOIN savings_group g ON g.code = l.group_code
                WHERE l.commune_code = ? AND l.status = 'OPEN' AND o.done_by IS NULL AND o.due_on <= ?
                ORDER BY o.due_on, l.id
                """,
                row -> new OpenCheck(
                        UUID.fromString(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        LocalDate.parse(row.getString(6))),
                communeCode,
                day);
    }

    public List<ActiveGroup> activeGroups(Connection connection, String communeCode) throws SQLException {
        return Sql.list(
                connection,
                """
                SELECT g.code, g.name, g.village_code, g.association FROM savings_group g WHERE g.commune_code = ?
                    AND EXISTS (SELECT 1 FROM loan l WHERE l.group_code = g.code AND l.status = 'OPEN') ORDER BY g.code
                """,
                row -> new ActiveGroup(row.getString(1), row.getString(2), row.getString(3), row.getString(4)),
                communeCode);
    }
}

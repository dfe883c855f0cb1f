package vn.sothon.server.record;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import vn.sothon.server.access.Concern;
import vn.sothon.server.access.Scope;
import vn.sothon.server.platform.db.Sql;

/**
 * Leaves out records that are about their reader: checks of his own loan, sheets that hold one, and what finds fault with
 * the leader of a group he leads or led. For nearly everybody it is an empty condition.
 *
 * @param sql begins with {@code AND}, or is empty
 */
public record NotAbout(String sql, List<Object> values) {
    public NotAbout {
        values = List.copyOf(values);
    }

    /**
     * The condition.
     *
     * @param idColumn the column with a record's id, by a name that is clear outside its table
     */
    public static NotAbout of(Scope scope, String idColumn) {
        Concern concern = scope.concern();
        List<String> ways = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        oneOf(ways, values, "z.loan_id", concern.loans());
        oneOf(ways, values, "z.loan_number", concern.loanNumbers());
        if (!concern.groups().isEmpty()) {
            List<String> inGroup = new ArrayList<>();
            oneOf(inGroup, values, "z.group_code", concern.groups());
            List<String> findings = new ArrayList<>();
            LeaderFindings.CODES.stream().map(Enum::name).sorted().forEach(code -> {
                findings.add("z.body LIKE ?");
                values.add("%\"" + code + "\"%");
            });
            ways.add("(" + inGroup.get(0) + " AND (" + String.join(" OR ", findings) + "))");
        }
        if (ways.isEmpty()) {
            return new NotAbout("", List.of());
        }
        String about = "(" + String.join(" OR ", ways) + ")";
        List<Object> twice = new ArrayList<>(values);
        twice.addAll(values);
        return new NotAbout(
                " AND NOT EXISTS (SELECT 1 FROM record z WHERE z.id = " + idColumn + " AND " + about + ")"
                        + " AND NOT EXISTS (SELECT 1 FROM sheet_row y JOIN record z ON z.id = y.check_id WHERE y.sheet_id = "
                        + idColumn + " AND " + about + ")",
                twice);
    }

    /** Whether a record is about the reader. */
    public static boolean isAbout(Connection connection, Scope scope, UUID recordId) throws SQLException {
        NotAbout condition = of(scope, "r.id");
        return !condition.sql.isEmpty()
                && Sql.one(
                                connection,
                                "SELECT 1 FROM record r WHERE r.id = ?" + condition.sql,
                                row -> row.getInt(1),
                                condition.after(recordId))
                        .isEmpty();
    }

    /** The condition's values after others. */
    public Object[] after(Object... others) {
        List<Object> all = new ArrayList<>(Arrays.asList(others));
        all.addAll(values);
        return all.toArray();
    }

    private static void oneOf(List<String> ways, List<Object> values, String column, Collection<?> codes) {
        if (!codes.isEmpty()) {
            ways.add(column + " IN (?" + ", ?".repeat(codes.size() - 1) + ")");
            values.addAll(codes);
        }
    }
}

package vn.sothon.server.platform.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Readable SQL on a connection that a transaction already holds. */
public final class Sql {
    private static final int MOST_IN_ONE_LIST = 500;

    private Sql() {}

    /** Makes a value of the present row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Runs a statement; the number of rows it touched. */
    public static int update(Connection connection, String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    public static <T> List<T> list(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            List<T> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        }
    }

    public static <T> Optional<T> one(Connection connection, String sql, Row<T> row, @Nullable Object... parameters)
            throws SQLException {
        List<T> found = list(connection, sql, row, parameters);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(0));
    }

    /** Like {@link #list}, for {@code … IN (%s)} over any number of keys. */
    public static <T> List<T> in(Connection connection, String sql, Row<T> row, Collection<String> keys)
            throws SQLException {
        List<T> found = new ArrayList<>();
        List<String> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += MOST_IN_ONE_LIST) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_IN_ONE_LIST));
            StringJoiner marks = new StringJoiner(", ");
            some.forEach(key -> marks.add("?"));
            found.addAll(list(connection, String.format(sql, marks), row, some.toArray()));
        }
        return found;
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (value instanceof Boolean flag) {
                statement.setInt(i + 1, flag ? 1 : 0);
            } else {
                statement.setString(i + 1, value == null ? null : value.toString());
            }
        }
    }
}

package vn.sothon.server.loan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import vn.sothon.server.access.Scope;

/** A scope as a condition on rows of this feature that name a commune, a village and a group. */
public record InScope(String sql, List<Object> values) {
    private static final int MOST_CODES = 400;

    public InScope {
        values = List.copyOf(values);
    }

    /** With the names of the three columns; a scope that sees nothing gives a condition that nothing meets. */
    public static InScope of(Scope scope, String commune, String village, String group) {
        List<String> conditions = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        oneOf(conditions, values, commune, scope.communes());
        oneOf(conditions, values, village, scope.villages());
        oneOf(conditions, values, group, scope.groups());
        for (Scope.AssociationIn in : scope.associations()) {
            conditions.add(group + " IN (SELECT code FROM savings_group WHERE commune_code = ? AND association = ?)");
            values.add(in.communeCode());
            values.add(in.association());
        }
        return new InScope(conditions.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", conditions) + ")", values);
    }

    /** The condition's values after others. */
    public Object[] after(Object... others) {
        List<Object> all = new ArrayList<>(List.of(others));
        all.addAll(values);
        return all.toArray();
    }

    private static void oneOf(List<String> conditions, List<Object> values, String column, Collection<String> codes) {
        if (codes.size() > MOST_CODES) {
            throw new IllegalArgumentException("a scope of " + codes.size() + " codes");
        }
        if (!codes.isEmpty()) {
            conditions.add(column + " IN (?" + ", ?".repeat(codes.size() - 1) + ")");
            values.addAll(codes);
        }
    }
}

package vn.sothon.model.rule;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.rule.TaskClassifier.Named;

/** Whose unit it is: which roles answer in a unit that a plan names. The meaning of names lies in unit-roles.txt. */
public final class UnitRoles {
    /** Plans name a few hundred units; a stranger's flood of names must not grow without end. */
    private static final int MOST = 5_000;

    private final List<Named<ActingRole>> lists = Named.readAll("unit-roles.txt", ActingRole.class);
    private final ConcurrentMap<String, Set<ActingRole>> known = new ConcurrentHashMap<>();

    /** The first unit in which that role answers. */
    public @Nullable String unitOf(ActingRole role, List<String> units) {
        for (String unit : units) {
            if (rolesIn(unit).contains(role)) {
                return unit;
            }
        }
        return null;
    }

    private Set<ActingRole> rolesIn(String unit) {
        Set<ActingRole> roles = known.get(unit);
        if (roles == null) {
            roles = Named.allIn(FoldedText.of(unit), lists, ActingRole.class);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(unit, roles);
        }
        return roles;
    }
}

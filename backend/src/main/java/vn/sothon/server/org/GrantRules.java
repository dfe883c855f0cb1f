package vn.sothon.server.org;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.ledger.Ledger;

/** Which role is granted for what kind of place, and with what beside it. */
@Singleton
final class GrantRules {
    private final AreaTree tree;

    GrantRules(AreaRows rows) {
        this.tree = new AreaTree(code -> rows.find(code).map(AreaRow::area));
    }

    void check(Grant grant) {
        ActingRole role = grant.role();
        AreaKind kind = kind(grant.areaCode());
        if (!allowed(role).contains(kind == null ? "COUNTRY" : kind.name())) {
            throw new AdminRefused(
                    "WRONG_KIND",
                    role + " is granted for " + String.join(" or ", allowed(role)) + "; " + grant.areaCode() + " is a "
                            + (kind == null ? "COUNTRY" : kind) + ".");
        }
        onlyWith(ActingRole.GROUP_LEADER, grant, "GROUP_CODE", "group code", grant.groupCode());
        onlyWith(ActingRole.ASSOCIATION_OFFICER, grant, "ASSOCIATION", "association", grant.association());
        if (grant.to() != null && grant.to().isBefore(grant.from())) {
            throw new AdminRefused("DAYS", "A grant cannot end before it begins.");
        }
    }

    Optional<String> partition(String areaCode) {
        return tree.partition(areaCode);
    }

    private static void onlyWith(ActingRole owner, Grant grant, String code, String detail, @Nullable Object given) {
        if (grant.role() == owner && given == null) {
            throw new AdminRefused(code, owner + " needs its " + detail + ".");
        }
        if (grant.role() != owner && given != null) {
            throw new AdminRefused(code, grant.role() + " takes no " + detail + ".");
        }
    }

    private @Nullable AreaKind kind(String code) {
        if (code.equals(Ledger.COUNTRY)) {
            return null;
        }
        return tree.find()
                .apply(code)
                .map(Area::kind)
                .orElseThrow(() -> new AdminRefused("UNKNOWN_AREA", "No area has the code " + code + "."));
    }

    private static Set<String> allowed(ActingRole role) {
        return switch (role) {
            case VILLAGE_HEAD -> Set.of("VILLAGE");
            case GROUP_LEADER, ASSOCIATION_OFFICER, CREDIT_OFFICER, COMMUNE_LEADER -> Set.of("COMMUNE");
            case PROVINCE_VIEWER -> Set.of("PROVINCE");
            case ADMINISTRATOR -> Set.of("COMMUNE", "PROVINCE", "COUNTRY");
        };
    }
}

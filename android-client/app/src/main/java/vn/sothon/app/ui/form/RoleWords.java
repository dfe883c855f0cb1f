package vn.sothon.app.ui.form;

import vn.sothon.app.R;
import vn.sothon.model.org.ActingRole;

/** What an office is called. */
public final class RoleWords {
    private RoleWords() {}

    public static int of(ActingRole role) {
        return switch (role) {
            case VILLAGE_HEAD -> R.string.role_village_head;
            case GROUP_LEADER -> R.string.role_group_leader;
            case ASSOCIATION_OFFICER -> R.string.role_association_officer;
            case CREDIT_OFFICER -> R.string.role_credit_officer;
            case COMMUNE_LEADER -> R.string.role_commune_leader;
            case PROVINCE_VIEWER -> R.string.role_province_viewer;
            case ADMINISTRATOR -> R.string.role_administrator;
        };
    }
}

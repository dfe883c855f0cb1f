package vn.sothon.server.console.page;

import java.util.List;
import java.util.Set;
import vn.sothon.model.org.ActingRole;

/**
 * The parts of the console and who has them. A section with an icon stands in the navigation, in this order; its name is
 * the text {@code section.NAME}.
 */
public enum Section {
    /** What needs me now. */
    HOME("/", "house", Set.of(ActingRole.values())),
    ALERTS(
            "/alerts",
            "bell",
            Set.of(
                    ActingRole.COMMUNE_LEADER,
                    ActingRole.CREDIT_OFFICER,
                    ActingRole.ASSOCIATION_OFFICER,
                    ActingRole.PROVINCE_VIEWER,
                    ActingRole.ADMINISTRATOR)),
    RECOMMENDATIONS(
            "/recommendations",
            "flag",
            Set.of(ActingRole.COMMUNE_LEADER, ActingRole.CREDIT_OFFICER, ActingRole.ASSOCIATION_OFFICER)),
    RECORDS(
            "/records",
            "journal-check",
            Set.of(ActingRole.COMMUNE_LEADER, ActingRole.CREDIT_OFFICER, ActingRole.ASSOCIATION_OFFICER)),
    PLANS(
            "/plans",
            "list-task",
            Set.of(
                    ActingRole.COMMUNE_LEADER,
                    ActingRole.CREDIT_OFFICER,
                    ActingRole.ASSOCIATION_OFFICER,
                    ActingRole.PROVINCE_VIEWER,
                    ActingRole.ADMINISTRATOR)),
    /** What the tasks and targets of plans came to where no record tells. */
    RESULTS(
            "/results",
            "clipboard-data",
            Set.of(
                    ActingRole.COMMUNE_LEADER,
                    ActingRole.CREDIT_OFFICER,
                    ActingRole.ASSOCIATION_OFFICER,
                    ActingRole.PROVINCE_VIEWER,
                    ActingRole.ADMINISTRATOR)),
    PEOPLE("/people", "people", Set.of(ActingRole.COMMUNE_LEADER, ActingRole.ADMINISTRATOR)),
    DEVICES("/devices", "phone", Set.of(ActingRole.COMMUNE_LEADER, ActingRole.ADMINISTRATOR)),
    AREAS("/areas", "geo-alt", Set.of(ActingRole.ADMINISTRATOR)),
    /** What the year's plan asks to be checked, and who was asked. */
    YEAR_PLAN("/year-plan", "calendar2-check", Office.THREE),
    DEBTS("/debts", "cash-coin", Office.THREE),
    QUEUE("/queue", "hourglass-split", Office.THREE),
    PAPER("/paper", "file-earmark-text", Office.THREE),
    ROSTERS("/rosters", "file-earmark-spreadsheet", Set.of(ActingRole.COMMUNE_LEADER, ActingRole.CREDIT_OFFICER)),
    HANDOVER("/handover", "arrow-left-right", Set.of(ActingRole.COMMUNE_LEADER)),
    /** What the office works by. */
    SETTINGS("/settings", "sliders", Set.of(ActingRole.COMMUNE_LEADER, ActingRole.ADMINISTRATOR)),
    ACCESS_LOG("/access-log", "eye", Set.of(ActingRole.COMMUNE_LEADER, ActingRole.ADMINISTRATOR)),

    /** Anybody who is signed in, in whatever role: one's own account. */
    SELF("/account", "", Set.of(ActingRole.values())),
    /** The password was right, the second factor is still to come. */
    SECOND_FACTOR("/sign-in/code", "", Set.of()),
    /** Nobody is known yet. */
    DOOR("/sign-in", "", Set.of());

    private final String path;
    private final String icon;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that cannot change
    private final Set<ActingRole> roles;

    Section(String path, String icon, Set<ActingRole> roles) {
        this.path = path;
        this.icon = icon;
        this.roles = Set.copyOf(roles);
    }

    public String path() {
        return path;
    }

    /** A name of the icon font. */
    public String icon() {
        return icon;
    }

    public boolean opensFor(ActingRole role) {
        return roles.contains(role);
    }

    /** What stands in the navigation of that role. */
    public static List<Section> navigation(ActingRole role) {
        return List.of(values()).stream()
                .filter(section -> !section.icon.isEmpty() && section.opensFor(role))
                .toList();
    }

    /** Those who work with a commune's loans; a constant cannot name a field of its own class before it stands. */
    private static final class Office {
        static final Set<ActingRole> THREE =
                Set.of(ActingRole.COMMUNE_LEADER, ActingRole.CREDIT_OFFICER, ActingRole.ASSOCIATION_OFFICER);
    }
}

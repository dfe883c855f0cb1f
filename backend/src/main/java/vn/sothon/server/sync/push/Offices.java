package vn.sothon.server.sync.push;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.Set;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.loan.LoanLookup;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.record.Authority;
import vn.sothon.server.record.Recommendations;
import vn.sothon.server.record.StoredRecord;

/** Whether the office in which an act was done answers for the thing it is done to. */
@Singleton
final class Offices {
    private final PersonLookup people;
    private final AreaLookup areas;
    private final LoanLookup loans;

    Offices(PersonLookup people, AreaLookup areas, LoanLookup loans) {
        this.people = people;
        this.areas = areas;
        this.loans = loans;
    }

    boolean covers(Connection connection, StoredRecord act, Recommendations.Standing standing) throws SQLException {
        String group = standing.groupCode();
        // A group's leader answers for his group alone, and here the place is known.
        if (act.actingRole() == ActingRole.GROUP_LEADER && group == null) {
            return false;
        }
        Set<String> path = new LinkedHashSet<>();
        if (standing.villageCode() != null) {
            path.add(standing.villageCode());
            path.addAll(areas.path(standing.villageCode()));
        }
        path.add(standing.communeCode());
        path.addAll(areas.path(standing.communeCode()));
        String association = group == null
                ? null
                : loans.group(connection, group)
                        .map(LoanLookup.GroupPlace::association)
                        .orElse(null);
        return Authority.covers(
                people.grants(act.personId()),
                act.actingRole(),
                DueDates.day(act.effectiveAt()),
                path,
                group,
                association);
    }
}

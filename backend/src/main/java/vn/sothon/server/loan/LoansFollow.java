package vn.sothon.server.loan;

import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;

/**
 * When an area becomes part of another: its groups and loans lie there from now on, and what they owe with them. Phones are
 * told of the place each left and of the place each is in.
 */
@Singleton
public class LoansFollow {
    /** Each is several rows of the feed: pushes get their turn in between. */
    private static final int AT_ONCE = 50;

    private final Writer writer;
    private final LoanStore loans;
    private final GroupStore groups;
    private final DueCheckStore checks;
    private final PlannedChecks planned;
    private final AreaLookup areas;

    LoansFollow(
            Writer writer,
            LoanStore loans,
            GroupStore groups,
            DueCheckStore checks,
            PlannedChecks planned,
            AreaLookup areas) {
        this.writer = writer;
        this.loans = loans;
        this.groups = groups;
        this.checks = checks;
        this.planned = planned;
        this.areas = areas;
    }

    /** Has them follow the area of that code; doing it again does no harm. */
    public void follow(String code) {
        List<String> ofGroups = writer.write(tx -> groups.under(tx.connection(), code).stream()
                .map(StoredGroup::code)
                .toList());
        for (int from = 0; from < ofGroups.size(); from += AT_ONCE) {
            List<String> some = ofGroups.subList(from, Math.min(ofGroups.size(), from + AT_ONCE));
            writer.write(tx -> moveGroups(tx, some));
        }
        List<UUID> ofLoans = writer.write(tx -> loans.under(tx.connection(), code));
        for (int from = 0; from < ofLoans.size(); from += AT_ONCE) {
            List<UUID> some = ofLoans.subList(from, Math.min(ofLoans.size(), from + AT_ONCE));
            writer.write(tx -> moveLoans(tx, some));
        }
    }

    private int moveGroups(Tx tx, List<String> codes) throws SQLException {
        int moved = 0;
        for (StoredGroup before : groups.byCodes(tx.connection(), codes).values()) {
            AreaLookup.Standing now = areas.standing(before.commune(), before.village());
            GroupChange change = GroupChange.of(before, before.in(now.communeCode(), now.villageCode()));
            if (!change.isNone()) {
                groups.put(tx, change);
                planned.moved(tx, change.after());
                moved++;
            }
        }
        return moved;
    }

    private int moveLoans(Tx tx, List<UUID> ids) throws SQLException {
        int moved = 0;
        Map<UUID, List<DueCheck>> owed = checks.of(tx.connection(), ids);
        for (StoredLoan before : loans.byIds(tx.connection(), ids).values()) {
            AreaLookup.Standing now = areas.standing(before.commune(), before.village());
            StoredLoan after = before.in(now.communeCode(), now.villageCode());
            if (!before.standsWhere(after)) {
                loans.put(tx.connection(), List.of(after));
                tx.announce(before.feedRow().gone());
                tx.announce(after.feedRow());
                planned.moved(tx, after);
                for (DueCheck check : owed.getOrDefault(before.id(), List.of())) {
                    DueCheck again = check.again();
                    checks.put(tx.connection(), again);
                    tx.announce(check.feedRow(before).gone());
                    tx.announce(again.feedRow(after));
                }
                moved++;
            }
        }
        return moved;
    }
}

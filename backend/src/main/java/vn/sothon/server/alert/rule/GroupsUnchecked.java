package vn.sothon.server.alert.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.loan.DueCheckLookup;
import vn.sothon.server.record.RecordStore;

/** Groups about which nobody has made minutes this year, once the year is far gone. */
@Singleton
final class GroupsUnchecked implements DailyRule {
    private final DueCheckLookup loans;
    private final RecordStore records;

    GroupsUnchecked(DueCheckLookup loans, RecordStore records) {
        this.loans = loans;
        this.records = records;
    }

    @Override
    public AlertRule rule() {
        return AlertRule.GROUP_UNCHECKED;
    }

    @Override
    public List<Noticed> met(Connection connection, Round round) throws SQLException {
        if (round.day().getMonthValue() < round.setting().threshold("fromMonth")) {
            return List.of();
        }
        Instant newYear =
                round.day().withDayOfYear(1).atStartOfDay(DueDates.VIET_NAM).toInstant();
        Set<String> minuted = records.groupsMinuted(connection, round.communeCode(), newYear);
        List<Noticed> noticed = new ArrayList<>();
        for (DueCheckLookup.ActiveGroup group : loans.activeGroups(connection, round.communeCode())) {
            if (!minuted.contains(group.code())) {
                String year = Integer.toString(round.day().getYear());
                noticed.add(new Noticed(
                        rule(),
                        "group " + group.code() + " year " + year,
                        null,
                        new Noticed.Place(round.communeCode(), group.villageCode(), group.code(), group.association()),
                        Noticed.Refs.NONE,
                        Map.of("groupName", group.name(), "year", year)));
            }
        }
        return noticed;
    }
}

package vn.sothon.server.alert.rule;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.tie.TieService;

/** Records that have been without a plan task for days: a person has to look. */
@Singleton
final class UntiedRecords implements DailyRule {
    private final TieService ties;
    private final RecordStore records;

    UntiedRecords(TieService ties, RecordStore records) {
        this.ties = ties;
        this.records = records;
    }

    @Override
    public AlertRule rule() {
        return AlertRule.RECORD_UNTIED;
    }

    @Override
    public List<Noticed> met(Connection connection, Round round) throws SQLException {
        int days = round.setting().threshold("days");
        List<Noticed> noticed = new ArrayList<>();
        for (StoredRecord record : records.find(
                        connection, ties.untiedSince(connection, round.at().minus(Duration.ofDays(days))))
                .values()) {
            if (record.counts() && record.communeCode().equals(round.communeCode())) {
                noticed.add(new Noticed(
                        rule(),
                        "record " + record.originalId(),
                        null,
                        new Noticed.Place(record.communeCode(), record.villageCode(), record.groupCode(), null),
                        new Noticed.Refs(record.id(), record.loanId(), null, null, null),
                        Map.of(
                                "days",
                                Integer.toString(days),
                                "madeDay",
                                DueDates.day(record.effectiveAt()).toString())));
            }
        }
        return noticed;
    }
}

package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.rule.DueDates;
import vn.sothon.model.sync.ItemBody;
import vn.sothon.model.sync.ReadItem;
import vn.sothon.model.sync.TieView;
import vn.sothon.server.alert.rule.AlertRules;
import vn.sothon.server.alert.rule.Noticed;
import vn.sothon.server.alert.rule.RecordRules;
import vn.sothon.server.alert.rule.RuleSetting;
import vn.sothon.server.loan.LoanIds;
import vn.sothon.server.loan.LoanLookup;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.record.RecordStore;
import vn.sothon.server.record.StoredRecord;
import vn.sothon.server.record.StoredRecord.Status;

/**
 * Raises what a record says, in the transaction that stores it. A record that says nothing and never said anything costs
 * no statement. The source is the line of corrections: its head speaks for all of it.
 */
@Singleton
public class RecordAlerts {
    private final AlertService alerts;
    private final AlertRules rules;
    private final LoanLookup loans;
    private final RecordStore records;

    RecordAlerts(AlertService alerts, AlertRules rules, LoanLookup loans, RecordStore records) {
        this.alerts = alerts;
        this.rules = rules;
        this.loans = loans;
        this.records = records;
    }

    /**
     * Judges a stored record as it now stands.
     *
     * @param tie what its own task is, where it has one
     */
    public void judge(Tx tx, StoredRecord record, ReadItem item, @Nullable TieView tie, Instant at)
            throws SQLException {
        if (!record.kind().isTied() || !speaks(tx.connection(), record)) {
            return;
        }
        Map<AlertRule, Map<String, String>> met =
                record.counts() ? RecordRules.met(item.payload(), disbursed(tx.connection(), record, item)) : Map.of();
        boolean saidBefore = record.version() > 1 || record.corrects() != null || !record.counts();
        if (met.isEmpty() && !saidBefore) {
            return;
        }
        String source = "record " + record.originalId();
        List<UUID> still = new ArrayList<>();
        for (Map.Entry<AlertRule, Map<String, String>> one : met.entrySet()) {
            Optional<Noticed> noticed = noticed(tx.connection(), record, item, one.getKey(), one.getValue(), tie, at);
            if (noticed.isPresent()) {
                alerts.notice(tx, noticed.get(), source, at).ifPresent(still::add);
            }
        }
        if (saidBefore) {
            alerts.ceaseOthers(tx, source, still, AlertService.RECORD_WITHDRAWN, at);
        }
    }

    /** A record that was replaced, or stands beside the head, says nothing: the head of its line does. */
    private boolean speaks(Connection connection, StoredRecord record) throws SQLException {
        if (record.status() == Status.WITHDRAWN) {
            return records.headOf(connection, record.originalId()).isEmpty();
        }
        return record.counts();
    }

    private @Nullable Long disbursed(Connection connection, StoredRecord record, ReadItem item) throws SQLException {
        if (!RecordRules.asksForDisbursed(item.payload())) {
            return null;
        }
        Long seen = item.body().seen() == null ? null : item.body().seen().disbursed();
        if (seen != null || record.loanId() == null) {
            return seen;
        }
        return loans.disbursed(connection, record.loanId()).orElse(null);
    }

    private Optional<Noticed> noticed(
            Connection connection,
            StoredRecord record,
            ReadItem item,
            AlertRule rule,
            Map<String, String> found,
            @Nullable TieView tie,
            Instant at)
            throws SQLException {
        AlertSeverity severity = null;
        if (rule == AlertRule.DEBT_AT_RISK) {
            RuleSetting setting = rules.on(rule, record.communeCode(), DueDates.day(at));
            int damage = Integer.parseInt(found.getOrDefault("damagePercent", "0"));
            if (damage < setting.threshold("minDamagePercent")) {
                return Optional.empty();
            }
            severity = damage >= setting.threshold("criticalDamagePercent") ? AlertSeverity.CRITICAL : null;
        }
        Map<String, String> args = new TreeMap<>(found);
        String group = record.groupCode();
        String association = null;
        if (group != null) {
            association = loans.group(connection, group)
                    .map(LoanLookup.GroupPlace::association)
                    .orElse(null);
            args.put("groupName", loans.groupName(connection, group).orElse(group));
        }
        if (item.body().loanNumber() != null) {
            args.put("loanNumber", item.body().loanNumber());
        } else if (record.loanId() != null) {
            loans.number(connection, record.loanId()).ifPresent(number -> args.put("loanNumber", number));
        }
        if (tie != null) {
            args.put("taskCode", tie.taskCode());
            args.put("taskTitle", tie.taskTitle());
        }
        return Optional.of(new Noticed(
                rule,
                matter(rule, record, item.body()),
                severity,
                new Noticed.Place(record.communeCode(), record.villageCode(), group, association),
                new Noticed.Refs(
                        record.id(),
                        record.loanId(),
                        null,
                        tie == null ? null : tie.planTaskId(),
                        tie == null ? null : tie.taskCode()),
                args));
    }

    /** Money kept by a leader is a matter of the group, everything else of the loan; without either, of the record. */
    private static String matter(AlertRule rule, StoredRecord record, ItemBody body) {
        UUID loan = record.loanId();
        if (loan == null && body.loanNumber() != null) {
            loan = LoanIds.of(body.loanNumber());
        }
        if (record.groupCode() != null && (rule == AlertRule.MISAPPROPRIATION || loan == null)) {
            return "group " + record.groupCode();
        }
        return loan != null ? "loan " + loan : "record " + record.originalId();
    }
}

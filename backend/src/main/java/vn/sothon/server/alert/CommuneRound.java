package vn.sothon.server.alert;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import vn.sothon.model.rule.DueDates;
import vn.sothon.server.alert.rule.AlertRules;
import vn.sothon.server.alert.rule.DailyRule;
import vn.sothon.server.alert.rule.Noticed;
import vn.sothon.server.alert.rule.RuleSetting;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;

/** One commune's daily round: every rule, then whoever has its alerts by today's offices. */
@Singleton
class CommuneRound {
    private static final String SOURCE = "round";

    private final List<DailyRule> daily;
    private final AlertRules rules;
    private final AlertService alerts;
    private final AlertReaders readers;

    CommuneRound(Collection<DailyRule> daily, AlertRules rules, AlertService alerts, AlertReaders readers) {
        this.daily =
                daily.stream().sorted(Comparator.comparing(DailyRule::rule)).toList();
        this.rules = rules;
        this.alerts = alerts;
        this.readers = readers;
    }

    /** How many matters stand. */
    int make(Tx tx, String communeCode, Instant at) throws SQLException {
        LocalDate day = DueDates.day(at);
        LocalDate startedOn = startedOn(tx.connection(), communeCode, day);
        int met = 0;
        for (DailyRule rule : daily) {
            RuleSetting setting = rules.on(rule.rule(), communeCode, day);
            List<UUID> ids = new ArrayList<>();
            if (!setting.off()) {
                DailyRule.Round round = new DailyRule.Round(communeCode, day, at, startedOn, setting);
                for (Noticed noticed : rule.met(tx.connection(), round)) {
                    alerts.notice(tx, noticed, SOURCE, at).ifPresent(ids::add);
                }
            }
            alerts.ceaseUnmet(tx, communeCode, rule.rule(), ids, at);
            met += ids.size();
        }
        readers.renew(tx, communeCode, at);
        return met;
    }

    private static LocalDate startedOn(Connection connection, String communeCode, LocalDate today) throws SQLException {
        Sql.update(
                connection,
                "INSERT INTO alert_commune (code, started_on) VALUES (?, ?) ON CONFLICT (code) DO NOTHING",
                communeCode,
                today);
        return Sql.one(
                        connection,
                        "SELECT started_on FROM alert_commune WHERE code = ?",
                        row -> LocalDate.parse(row.getString(1)),
                        communeCode)
                .orElseThrow();
    }
}

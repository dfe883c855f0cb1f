package vn.sothon.server.alert.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.json.Json;
import vn.sothon.model.json.JsonRefused;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.platform.cache.BriefCache;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Sql;
import vn.sothon.server.platform.db.Tx;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.Ledger;

/** Which setting of a rule holds where and when: the build's own, changed by the country, the province, the commune. */
@Singleton
public class AlertRules {
    private final TransactionOperations<Connection> transactions;
    private final Writer writer;
    private final AreaLookup areas;
    private final ServerClock clock;
    private final Defaults defaults;
    private final BriefCache<String, List<AreaChange>> changes;

    AlertRules(TransactionOperations<Connection> transactions, Writer writer, AreaLookup areas, ServerClock clock) {
        this.transactions = transactions;
        this.writer = writer;
        this.areas = areas;
        this.clock = clock;
        this.defaults = Defaults.read();
        this.changes = new BriefCache<>(1, Duration.ofSeconds(20), all -> Optional.of(readChanges()));
    }

    /**
     * A change as it is kept.
     *
     * @param madeBy who made it, for the record
     */
    public record AreaChange(
            String areaCode, AlertRule rule, LocalDate from, RuleSetting.Change change, String madeBy) {}

    /** When the build's own settings let people sleep. */
    record Defaults(
            @JsonProperty(value = "quietFrom", required = true) String quietFrom,
            @JsonProperty(value = "quietTo", required = true) String quietTo,
            @JsonProperty(value = "summaryAt", required = true) String summaryAt,
            @JsonProperty(value = "rules", required = true) Map<AlertRule, RuleSetting.Change> rules) {

        static Defaults read() {
            try (InputStream in =
                    Objects.requireNonNull(AlertRules.class.getResourceAsStream("/alert/rules.json"), "rules.json")) {
                return Json.strict(new String(in.readAllBytes(), StandardCharsets.UTF_8), Defaults.class);
            } catch (IOException | JsonRefused e) {
                throw new IllegalStateException("the build's own alert rules cannot be read", e);
            }
        }
    }

    /** The setting in force in a commune that day. */
    public RuleSetting on(AlertRule rule, String communeCode, LocalDate day) {
        RuleSetting setting = RuleSetting.NOTHING.with(Objects.requireNonNull(defaults.rules.get(rule), rule.name()));
        List<String> fromAbove = new ArrayList<>(areas.path(communeCode));
        fromAbove.add(Ledger.COUNTRY);
        Collections.reverse(fromAbove);
        for (String area : fromAbove) {
            for (AreaChange change : changes.find("").orElseThrow()) {
                if (change.rule == rule && change.areaCode.equals(area) && !change.from.isAfter(day)) {
                    setting = setting.with(change.change);
                }
            }
        }
        return setting;
    }

    /** From when to when nothing but the critical is sent, unless {@link AlertHours} say otherwise. */
    LocalTime quietFrom() {
        return LocalTime.parse(defaults.quietFrom);
    }

    LocalTime quietTo() {
        return LocalTime.parse(defaults.quietTo);
    }

    /** When the daily summary is sent, unless they do. */
    LocalTime summaryAt() {
        return LocalTime.parse(defaults.summaryAt);
    }

    /** All changes, in the order of their days. */
    public List<AreaChange> changes() {
        return changes.find("").orElseThrow();
    }

    /** Holds from its day on; takes the place of an earlier change of the same area, rule and day. */
    public void change(AreaChange change) {
        writer.write(tx -> change(tx, change));
        forget();
    }

    /** Like {@link #change(AreaChange)}, within a transaction; {@link #forget} once it is durable. */
    int change(Tx tx, AreaChange change) throws SQLException {
        return Sql.update(
                tx.connection(),
                """
                INSERT INTO alert_rule_change (area_code, rule, from_day, change, made_by, made_at)
                VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (area_code, rule, from_day) DO UPDATE SET change = excluded.change,
                    made_by = excluded.made_by, made_at = excluded.made_at
                """,
                change.areaCode,
                change.rule,
                change.from,
                Json.write(change.change),
                change.madeBy,
                clock.millis());
    }

    void forget() {
        changes.clear();
    }

    private List<AreaChange> readChanges() {
        return transactions.executeRead(status -> Sql.list(
                status.getConnection(),
                "SELECT area_code, rule, from_day, change, made_by FROM alert_rule_change ORDER BY from_day",
                AlertRules::read));
    }

    private static AreaChange read(ResultSet row) throws SQLException {
        try {
            return new AreaChange(
                    row.getString(1),
                    AlertRule.valueOf(row.getString(2)),
                    LocalDate.parse(row.getString(3)),
                    Json.tolerant(row.getString(4), RuleSetting.Change.class),
                    row.getString(5));
        } catch (JsonRefused e) {
            throw new IllegalStateException("a stored change of a rule cannot be read", e);
        }
    }
}

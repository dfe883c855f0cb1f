package vn.sothon.server.alert.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.alert.rule.AlertRules.AreaChange;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;
import vn.sothon.server.platform.ledger.Decisions;

/** Changes of rules by people at desks: what nobody could work by is refused, what is accepted is a decision on record. */
@Singleton
public class RuleChanges {
    /** The kind of decision kept for each change. */
    public static final String KIND = "ALERT_RULE";

    private static final int LONGEST_WAIT_HOURS = 24 * 90;

    private final AlertRules rules;
    private final Writer writer;
    private final Decisions decisions;
    private final ServerClock clock;

    RuleChanges(AlertRules rules, Writer writer, Decisions decisions, ServerClock clock) {
        this.rules = rules;
        this.writer = writer;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** What a decision says. */
    public record Decided(
            @JsonProperty("area") String area,
            @JsonProperty("rule") AlertRule rule,
            @JsonProperty("from") LocalDate from,
            @JsonProperty("change") RuleSetting.Change change) {}

    /** The least and the most a threshold may be. */
    public record Bounds(int least, int most) {}

    public static Bounds bounds(String threshold) {
        if (threshold.endsWith("Percent")) {
            return new Bounds(0, 100);
        }
        return threshold.endsWith("Month") ? new Bounds(1, 12) : new Bounds(0, 365);
    }

    /**
     * Changes a rule for an area; what another change of the same area and day says otherwise stays.
     *
     * @param by who decides so
     * @throws AdminRefused {@code DAY_TOO_EARLY}, {@code UNKNOWN_THRESHOLD}, {@code THRESHOLD}, {@code AUDIENCE} for a
     *     rule that nobody gets, {@code ANSWERED_BY} for one that nobody who gets it may answer, {@code ESCALATION} for
     *     steps that do not follow one another
     */
    public void change(String area, AlertRule rule, LocalDate from, RuleSetting.Change wanted, String byName, UUID by) {
        if (from.isBefore(clock.today())) {
            throw new AdminRefused("DAY_TOO_EARLY", "A rule is changed from today on at the earliest.");
        }
        RuleSetting before = rules.on(rule, area, from);
        RuleSetting after = before.with(wanted);
        thresholds(before, after);
        people(after);
        steps(after.escalation());
        RuleSetting.Change merged = merged(area, rule, from, wanted);
        writer.write(tx -> {
            rules.change(tx, new AreaChange(area, rule, from, merged, byName));
            return decisions.record(tx, area, KIND, rule.name(), by, new Decided(area, rule, from, wanted));
        });
        rules.forget();
    }

    private RuleSetting.Change merged(String area, AlertRule rule, LocalDate from, RuleSetting.Change wanted) {
        RuleSetting.Change present = rules.changes().stream()
                .filter(change -> change.areaCode().equals(area)
                        && change.rule() == rule
                        && change.from().equals(from))
                .map(AreaChange::change)
                .findFirst()
                .orElse(wanted);
        Map<String, Integer> numbers = new HashMap<>();
        if (present.thresholds() != null) {
            numbers.putAll(present.thresholds());
        }
        if (wanted.thresholds() != null) {
            numbers.putAll(wanted.thresholds());
        }
        return new RuleSetting.Change(
                wanted.off() == null ? present.off() : wanted.off(),
                wanted.severity() == null ? present.severity() : wanted.severity(),
                wanted.audience() == null ? present.audience() : wanted.audience(),
                wanted.answeredBy() == null ? present.answeredBy() : wanted.answeredBy(),
                wanted.escalation() == null ? present.escalation() : wanted.escalation(),
                numbers);
    }

    private static void thresholds(RuleSetting before, RuleSetting after) {
        after.thresholds().forEach((name, value) -> {
            if (!before.thresholds().containsKey(name)) {
                throw new AdminRefused("UNKNOWN_THRESHOLD", "The rule has no threshold " + name + ".");
            }
            Bounds bounds = bounds(name);
            if (value < bounds.least() || value > bounds.most()) {
                throw new AdminRefused("THRESHOLD", name + " is not a number from 0 to " + bounds.most() + ".");
            }
        });
    }

    private static void people(RuleSetting setting) {
        if (setting.off()) {
            return;
        }
        if (setting.audience().isEmpty()) {
            throw new AdminRefused("AUDIENCE", "Somebody must get the alert; switch the rule off instead.");
        }
        Set<ActingRole> answering = EnumSet.noneOf(ActingRole.class);
        answering.addAll(setting.answeredBy());
        answering.retainAll(setting.audience());
        // A province's viewer sees days and places only and never answers.
        answering.remove(ActingRole.PROVINCE_VIEWER);
        if (answering.isEmpty()) {
            throw new AdminRefused("ANSWERED_BY", "Somebody of those who get the alert must be able to answer it.");
        }
    }

    private static void steps(List<RuleSetting.Step> steps) {
        int last = 0;
        for (RuleSetting.Step step : steps) {
            if (step.afterHours() <= last
                    || step.afterHours() > LONGEST_WAIT_HOURS
                    || step.to().isEmpty()) {
                throw new AdminRefused("ESCALATION", "Each step comes later than the one before and reaches somebody.");
            }
            last = step.afterHours();
        }
    }
}

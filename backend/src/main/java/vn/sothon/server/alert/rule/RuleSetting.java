package vn.sothon.server.alert.rule;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.org.ActingRole;

/**
 * How a rule works in an area from a day on.
 *
 * @param off whether it raises nothing
 * @param audience who gets its alerts from the beginning
 * @param answeredBy whose word counts as an answer
 * @param escalation who gets one that nobody acknowledged, step by step
 * @param thresholds numbers by name, e.g. {@code days}
 */
public record RuleSetting(
        @JsonProperty("off") boolean off,
        @JsonProperty("severity") AlertSeverity severity,
        @JsonProperty("audience") List<ActingRole> audience,
        @JsonProperty("answeredBy") List<ActingRole> answeredBy,
        @JsonProperty("escalation") List<Step> escalation,
        @JsonProperty("thresholds") Map<String, Integer> thresholds) {

    /** What the build's own rules begin from. */
    static final RuleSetting NOTHING =
            new RuleSetting(false, AlertSeverity.NOTICE, List.of(), List.of(), List.of(), Map.of());

    public RuleSetting {
        audience = List.copyOf(audience);
        answeredBy = List.copyOf(answeredBy);
        escalation = List.copyOf(escalation);
        thresholds = Map.copyOf(thresholds);
    }

    /** Who else gets it when nobody has acknowledged it so many hours after it was opened. */
    public record Step(
            @JsonProperty(value = "afterHours", required = true) int afterHours,
            @JsonProperty("to") List<ActingRole> to) {
        public Step {
            to = to == null ? List.of() : List.copyOf(to);
        }
    }

    /** What an area has otherwise; what is absent stays as it was. Thresholds are changed one by one. */
    public record Change(
            @JsonProperty("off") @Nullable Boolean off,
            @JsonProperty("severity") @Nullable AlertSeverity severity,
            @JsonProperty("audience") @Nullable List<ActingRole> audience,
            @JsonProperty("answeredBy") @Nullable List<ActingRole> answeredBy,
            @JsonProperty("escalation") @Nullable List<Step> escalation,
            @JsonProperty("thresholds") @Nullable Map<String, Integer> thresholds) {}

    public RuleSetting with(Change change) {
        Map<String, Integer> numbers = new HashMap<>(thresholds);
        if (change.thresholds() != null) {
            numbers.putAll(change.thresholds());
        }
        return new RuleSetting(
                change.off() == null ? off : change.off(),
                change.severity() == null ? severity : change.severity(),
                change.audience() == null ? audience : change.audience(),
                change.answeredBy() == null ? answeredBy : change.answeredBy(),
                change.escalation() == null ? escalation : change.escalation(),
                numbers);
    }

    /**
     * A threshold of the rule.
     *
     * @throws IllegalStateException if the rule has none of that name: the build's own rules name all of them
     */
    public int threshold(String name) {
        Integer value = thresholds.get(name);
        if (value == null) {
            throw new IllegalStateException("no threshold " + name);
        }
        return value;
    }
}

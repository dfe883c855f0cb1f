package vn.sothon.server.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.json.Json;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.alert.rule.AlertRules;
import vn.sothon.server.alert.rule.RuleSetting;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.PersonLookup;
import vn.sothon.server.platform.admin.AdminCommand;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.ledger.Ledger;

/** Rules and deputies on the command line. */
@Factory
final class AlertSettingsAdmin {
    private final AlertRules rules;
    private final Deputies deputies;
    private final PersonLookup people;
    private final AreaLookup areas;
    private final ServerClock clock;

    AlertSettingsAdmin(AlertRules rules, Deputies deputies, PersonLookup people, AreaLookup areas, ServerClock clock) {
        this.rules = rules;
        this.deputies = deputies;
        this.people = people;
        this.areas = areas;
        this.clock = clock;
    }

    @Singleton
    @Named("alert.rule")
    AdminCommand rule() {
        return AdminCommand.of("alert.rule", args -> change(Json.tolerant(args, RuleChange.class)));
    }

    @Singleton
    @Named("alert.deputy")
    AdminCommand deputy() {
        return AdminCommand.of("alert.deputy", args -> {
            Appointment wanted = Json.tolerant(args, Appointment.class);
            Deputies.Deputy deputy = deputies.appoint(
                    people.one(wanted.person()).id(),
                    people.one(wanted.deputy()).id(),
                    wanted.role(),
                    wanted.area(),
                    wanted.from(),
                    wanted.to());
            return Json.tree(Map.of("id", deputy.id().toString()));
        });
    }

    private JsonNode change(RuleChange wanted) {
        if (!wanted.area().equals(Ledger.COUNTRY) && areas.find(wanted.area()).isEmpty()) {
            throw new AdminRefused("UNKNOWN_AREA", "No area has the code " + wanted.area() + ".");
        }
        LocalDate from = wanted.from() == null ? clock.today() : wanted.from();
        Map<String, Integer> known =
                rules.on(wanted.rule(), wanted.area(), from).thresholds();
        for (String name : wanted.thresholds().keySet()) {
            if (!known.containsKey(name)) {
                throw new AdminRefused(
                        "UNKNOWN_THRESHOLD",
                        wanted.rule() + " has no threshold " + name + "; it has "
                                + (known.isEmpty() ? "none" : String.join(", ", known.keySet())) + ".");
            }
        }
        rules.change(new AlertRules.AreaChange(
                wanted.area(),
                wanted.rule(),
                from,
                new RuleSetting.Change(wanted.off(), wanted.severity(), null, null, null, wanted.thresholds()),
                wanted.by()));
        return Json.tree(rules.on(wanted.rule(), wanted.area(), from));
    }

    /**
     * What a rule is to be otherwise.
     *
     * @param by who decided so
     */
    record RuleChange(
            @JsonProperty(value = "rule", required = true) AlertRule rule,
            @JsonProperty(value = "area", required = true) String area,
            @JsonProperty("from") @Nullable LocalDate from,
            @JsonProperty("off") @Nullable Boolean off,
            @JsonProperty("severity") @Nullable AlertSeverity severity,
            @JsonProperty("thresholds") Map<String, Integer> thresholds,
            @JsonProperty(value = "by", required = true) String by) {
        RuleChange {
            thresholds = thresholds == null ? Map.of() : Map.copyOf(thresholds);
        }
    }

    record Appointment(
            @JsonProperty(value = "person", required = true) String person,
            @JsonProperty(value = "deputy", required = true) String deputy,
            @JsonProperty(value = "role", required = true) ActingRole role,
            @JsonProperty(value = "area", required = true) String area,
            @JsonProperty(value = "from", required = true) LocalDate from,
            @JsonProperty(value = "to", required = true) LocalDate to) {}
}

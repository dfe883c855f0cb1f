package vn.sothon.server.console.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.alert.rule.RuleChanges;
import vn.sothon.server.alert.rule.RuleSetting;
import vn.sothon.server.console.page.Form;

/** Reads the form of a rule. Roles are boxes of their own: {@code audience-ROLE}, {@code to-2-ROLE}. */
final class RuleForm {
    private static final int LONGEST_WAIT_HOURS = 2160;

    private RuleForm() {}

    /**
     * What the form asks for.
     *
     * @param all false: numbers only, whatever else was sent
     */
    static RuleSetting.Change read(Form form, Map<String, RuleChanges.Bounds> numbers, int steps, boolean all) {
        Map<String, Integer> thresholds = new HashMap<>();
        numbers.forEach((name, bounds) -> {
            form.required(name, 6);
            form.whole(name, bounds.least(), bounds.most()).ifPresent(value -> thresholds.put(name, value));
        });
        if (!all) {
            return new RuleSetting.Change(null, null, null, null, null, thresholds);
        }
        boolean off = form.value("state").equals("off");
        AlertSeverity severity = form.choice("severity", AlertSeverity.class).orElse(AlertSeverity.NOTICE);
        List<RuleSetting.Step> escalation = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            List<ActingRole> to = roles(form, "to-" + i);
            int hours = form.whole("after-" + i, 1, LONGEST_WAIT_HOURS).orElse(0);
            if (hours > 0 || !to.isEmpty()) {
                if (hours == 0) {
                    form.refuse("after-" + i, "form.required");
                }
                escalation.add(new RuleSetting.Step(hours, to));
            }
        }
        return new RuleSetting.Change(
                off, severity, roles(form, "audience"), roles(form, "answeredBy"), escalation, thresholds);
    }

    /** The field a refusal stands at. */
    static String field(String code) {
        return switch (code) {
            case "AUDIENCE" -> "audience";
            case "ANSWERED_BY" -> "answeredBy";
            case "ESCALATION" -> "after-1";
            default -> "from";
        };
    }

    private static List<ActingRole> roles(Form form, String name) {
        return Arrays.stream(ActingRole.values())
                .filter(role -> form.checked(name + "-" + role))
                .toList();
    }
}

package vn.sothon.server.console.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Set;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.rule.CheckPolicy;
import vn.sothon.server.alert.delivery.FirebaseSettings;
import vn.sothon.server.alert.rule.AlertHours;
import vn.sothon.server.alert.rule.AlertRules;
import vn.sothon.server.alert.rule.RuleChanges;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.loan.CheckPolicies;

/** What does the office work by today, and what was changed lately? */
@Hidden
@Controller("/settings")
@InSection(Section.SETTINGS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SettingsController {
    private static final Set<String> KINDS = Set.of(CheckPolicies.KIND, AlertHours.KIND, RuleChanges.KIND);

    private final CheckPolicies policies;
    private final AlertRules rules;
    private final AlertHours hours;
    private final FirebaseSettings firebase;
    private final Changes changes;
    private final Pages pages;

    SettingsController(
            CheckPolicies policies,
            AlertRules rules,
            AlertHours hours,
            FirebaseSettings firebase,
            Changes changes,
            Pages pages) {
        this.policies = policies;
        this.rules = rules;
        this.hours = hours;
        this.firebase = firebase;
        this.changes = changes;
        this.pages = pages;
    }

    /** {@code off}: how many rules raise nothing. */
    public record Settings(
            CheckPolicy policy,
            int rules,
            long off,
            AlertHours.Hours hours,
            boolean firebase,
            boolean administers,
            List<Changes.Change> changes) {}

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor) {
        long off = List.of(AlertRule.values()).stream()
                .filter(rule ->
                        rules.on(rule, visitor.areaCode(), visitor.today()).off())
                .count();
        return pages.show(
                request,
                "settings/all",
                new Settings(
                        policies.on(visitor.today()).policy(),
                        AlertRule.values().length,
                        off,
                        hours.on(visitor.today()),
                        firebase.configured(),
                        Keeping.administers(visitor),
                        changes.of(visitor, Looking.locale(request), KINDS, null)));
    }
}

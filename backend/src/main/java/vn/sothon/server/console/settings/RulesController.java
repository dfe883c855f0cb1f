package vn.sothon.server.console.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.sothon.model.alert.AlertRule;
import vn.sothon.model.alert.AlertSentences;
import vn.sothon.model.alert.AlertSeverity;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.alert.rule.AlertRules;
import vn.sothon.server.alert.rule.RuleChanges;
import vn.sothon.server.alert.rule.RuleSetting;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.http.Refusal;

/** What raises an alert here, who gets it, and who next when nobody takes it up? */
@Hidden
@Controller("/settings/rules")
@InSection(Section.SETTINGS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RulesController {
    private static final String ONE = "settings/rule";

    private final AlertRules rules;
    private final RuleChanges service;
    private final Changes changes;
    private final Texts texts;
    private final AccessLog log;
    private final Pages pages;

    RulesController(AlertRules rules, RuleChanges service, Changes changes, Texts texts, AccessLog log, Pages pages) {
        this.rules = rules;
        this.service = service;
        this.changes = changes;
        this.texts = texts;
        this.log = log;
        this.pages = pages;
    }

    /** A rule as it stands today, in words. */
    public record Row(
            AlertRule rule,
            String title,
            RuleSetting setting,
            String severity,
            String audience,
            List<String> steps,
            List<String> thresholds) {}

    public record All(List<Row> rows) {}

    /**
     * One rule.
     *
     * @param numbers the names of its thresholds, with what each may be
     * @param all the visitor may change more than numbers
     */
    public record One(
            Row row,
            Map<String, RuleChanges.Bounds> numbers,
            List<Choice> severities,
            List<ActingRole> roles,
            int steps,
            boolean all,
            Form form,
            List<Changes.Change> changes) {
        public boolean mayChange() {
            return all || !numbers.isEmpty();
        }
    }

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor) {
        Locale locale = Looking.locale(request);
        return pages.show(
                request,
                "settings/rules",
                new All(Arrays.stream(AlertRule.values())
                        .map(rule -> row(visitor, rule, locale))
                        .toList()));
    }

    @Get("/{rule}")
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, String rule) {
        AlertRule known = known(rule);
        RuleSetting setting = rules.on(known, visitor.areaCode(), visitor.today());
        Form form = Form.empty()
                .with("from", visitor.today().toString())
                .with("state", setting.off() ? "off" : "on")
                .with("severity", setting.severity().name());
        setting.thresholds().forEach((name, value) -> form.with(name, String.valueOf(value)));
        setting.audience().forEach(role -> form.with("audience-" + role, "on"));
        setting.answeredBy().forEach(role -> form.with("answeredBy-" + role, "on"));
        for (int i = 0; i < setting.escalation().size(); i++) {
            RuleSetting.Step step = setting.escalation().get(i);
            String number = String.valueOf(i + 1);
            form.with("after-" + number, String.valueOf(step.afterHours()));
            step.to().forEach(role -> form.with("to-" + number + "-" + role, "on"));
        }
        return pages.show(request, ONE, page(request, visitor, known, form));
    }

    @Post(value = "/{rule}", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> change(
            HttpRequest<?> request, Visitor visitor, String rule, @Body Map<String, Object> posted) {
        AlertRule known = known(rule);
        Form form = Form.of(posted);
        One page = page(request, visitor, known, form);
        if (form.value("from").isEmpty()) {
            form.refuse("from", "form.required");
        }
        LocalDate from = form.day("from").orElse(visitor.today());
        RuleSetting.Change wanted = RuleForm.read(form, page.numbers(), page.steps(), page.all());
        if (form.isGood()) {
            try {
                service.change(visitor.areaCode(), known, from, wanted, visitor.name(), visitor.personId());
                log.changed(visitor, Kind.SETTING, known);
                return Pages.done("/settings/rules/" + known, "done.setting-changed");
            } catch (AdminRefused e) {
                form.refuse(RuleForm.field(e.code()), "settings.refused." + e.code());
            }
        }
        return pages.refuse(request, ONE, page);
    }

    private One page(HttpRequest<?> request, Visitor visitor, AlertRule rule, Form form) {
        Locale locale = Looking.locale(request);
        Row row = row(visitor, rule, locale);
        Map<String, RuleChanges.Bounds> numbers = new TreeMap<>();
        row.setting().thresholds().keySet().forEach(name -> numbers.put(name, RuleChanges.bounds(name)));
        return new One(
                row,
                numbers,
                Arrays.stream(AlertSeverity.values())
                        .map(severity -> new Choice(
                                severity.name(), AlertSentences.in(locale).word("severity", severity.name())))
                        .toList(),
                List.of(ActingRole.values()),
                Math.max(2, row.setting().escalation().size()),
                Keeping.administers(visitor),
                form,
                changes.of(visitor, locale, Set.of(RuleChanges.KIND), rule.name()));
    }

    private Row row(Visitor visitor, AlertRule rule, Locale locale) {
        RuleSetting setting = rules.on(rule, visitor.areaCode(), visitor.today());
        AlertSentences words = AlertSentences.in(locale);
        return new Row(
                rule,
                words.title(rule.name()),
                setting,
                words.word("severity", setting.severity().name()),
                changes.roles(setting.audience(), locale),
                setting.escalation().stream()
                        .map(step -> texts.say(
                                locale, "settings.said.step", step.afterHours(), changes.roles(step.to(), locale)))
                        .toList(),
                new TreeMap<>(setting.thresholds())
                        .entrySet().stream()
                                .map(one ->
                                        texts.say(locale, "settings.threshold." + one.getKey()) + ": " + one.getValue())
                                .toList());
    }

    private static AlertRule known(String rule) {
        return Arrays.stream(AlertRule.values())
                .filter(one -> one.name().equals(rule))
                .findFirst()
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
    }
}

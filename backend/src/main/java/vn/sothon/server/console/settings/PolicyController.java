package vn.sothon.server.console.settings;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.sothon.model.rule.CheckPolicy;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.loan.CheckPolicies;
import vn.sothon.server.platform.admin.AdminRefused;

/** How soon and how often must be checked, and from which day on? */
@Hidden
@Controller("/settings/checks")
@InSection(Section.SETTINGS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PolicyController {
    private static final String PAGE = "settings/checks";

    private final CheckPolicies policies;
    private final Changes changes;
    private final AccessLog log;
    private final Pages pages;

    PolicyController(CheckPolicies policies, Changes changes, AccessLog log, Pages pages) {
        this.policies = policies;
        this.changes = changes;
        this.log = log;
        this.pages = pages;
    }

    /** Policies, the newest first; {@code now} is in force today. */
    public record Policies(
            List<CheckPolicies.InForce> all,
            CheckPolicies.InForce now,
            boolean mine,
            Form form,
            List<Changes.Change> changes) {
        public String quiet(CheckPolicies.InForce one) {
            return String.join(" ", new TreeSet<>(one.quietProgrammes()));
        }
    }

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor) {
        CheckPolicies.InForce now = policies.on(visitor.today());
        CheckPolicy policy = now.policy();
        Form form = Form.empty()
                .with("from", visitor.today().plusDays(1).toString())
                .with("postDisbursementDays", String.valueOf(policy.postDisbursementDays()))
                .with("inactiveMonths", String.valueOf(policy.inactiveMonths()))
                .with("groupChecksPerYear", String.valueOf(policy.groupChecksPerYear()))
                .with("earlierLoansPercent", String.valueOf(policy.earlierLoansPercent()))
                .with("earlierLoansPercentDifficult", String.valueOf(policy.earlierLoansPercentDifficult()))
                .with("findingToChairWorkingDays", String.valueOf(policy.findingToChairWorkingDays()))
                .with("quietProgrammes", String.join(" ", new TreeSet<>(now.quietProgrammes())));
        return pages.show(request, PAGE, page(request, visitor, form));
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> decide(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        Keeping.require(Keeping.country(visitor));
        Form form = Form.of(posted);
        if (form.value("from").isEmpty()) {
            form.refuse("from", "form.required");
        }
        LocalDate from = form.day("from").orElse(visitor.today());
        int days = number(form, "postDisbursementDays", 1, 365);
        int months = number(form, "inactiveMonths", 1, 60);
        int times = number(form, "groupChecksPerYear", 1, 12);
        int percent = number(form, "earlierLoansPercent", 1, 100);
        int difficult = number(form, "earlierLoansPercentDifficult", 1, 100);
        int working = number(form, "findingToChairWorkingDays", 1, 60);
        Set<String> quiet = new TreeSet<>(List.of(form.value("quietProgrammes").split("[ ,;]+")));
        quiet.remove("");
        if (!quiet.stream().allMatch(code -> code.matches("\\d{2}"))) {
            form.refuse("quietProgrammes", "settings.refused.programmes");
        }
        if (form.isGood()) {
            try {
                policies.decide(
                        new CheckPolicy(from, days, months, times, percent, working, difficult),
                        quiet,
                        visitor.personId());
                log.changed(visitor, Kind.SETTING, CheckPolicies.KIND);
                return Pages.done("/settings/checks", "done.setting-changed");
            } catch (AdminRefused e) {
                form.refuse("from", "settings.refused.DAY_TOO_EARLY");
            }
        }
        return pages.refuse(request, PAGE, page(request, visitor, form));
    }

    private static int number(Form form, String field, int least, int most) {
        form.required(field, 6);
        return form.whole(field, least, most).orElse(least);
    }

    private Policies page(HttpRequest<?> request, Visitor visitor, Form form) {
        return new Policies(
                policies.all().stream()
                        .sorted(Comparator.comparing((CheckPolicies.InForce one) ->
                                        one.policy().from())
                                .reversed())
                        .toList(),
                policies.on(visitor.today()),
                Keeping.country(visitor),
                form,
                changes.of(visitor, Looking.locale(request), Set.of(CheckPolicies.KIND), null));
    }
}

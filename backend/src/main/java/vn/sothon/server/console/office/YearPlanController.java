package vn.sothon.server.console.office;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.loan.YearPlan;
import vn.sothon.server.loan.YearPlanLookup;
import vn.sothon.server.loan.YearPlanService;
import vn.sothon.server.loan.YearPlanService.Asked;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.http.Refusal;

/** What must be checked this year, by whom and by when? */
@Hidden
@Controller("/year-plan")
@InSection(Section.YEAR_PLAN)
@ExecuteOn(TaskExecutors.BLOCKING)
final class YearPlanController {
    private static final String PATH = "/year-plan";
    private static final String GROUP = "year/group";

    private final YearPlanLookup plans;
    private final YearPlanService service;
    private final Names names;
    private final AccessLog log;
    private final Pages pages;

    YearPlanController(YearPlanLookup plans, YearPlanService service, Names names, AccessLog log, Pages pages) {
        this.plans = plans;
        this.service = service;
        this.names = names;
        this.log = log;
        this.pages = pages;
    }

    public record Year(YearPlan plan, boolean wholeCommune, Names names) {}

    /** One group with its loans; {@code inspectors} may inspect it, {@code checkers} may check its loans. */
    public record Group(
            YearPlan.OneGroup plan,
            List<Choice> inspectors,
            List<Choice> checkers,
            boolean past,
            Form form,
            Names names) {
        public boolean isMarked(UUID loan) {
            return form.checked("loan-" + loan);
        }
    }

    @Get
    HttpResponse<String> year(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable Integer year) {
        YearPlan plan = plans.of(visitor.scope(), of(visitor, year));
        return pages.show(
                request, "year/year", new Year(plan, visitor.scope().communes().contains(visitor.areaCode()), names));
    }

    @Get("/{year}/{group}")
    HttpResponse<String> group(HttpRequest<?> request, Visitor visitor, int year, String group) {
        Form form = Form.empty()
                .with("dueOn", LocalDate.of(of(visitor, year), 12, 31).toString());
        Group page = page(request, visitor, of(visitor, year), group, form);
        log.saw(
                visitor,
                AccessLog.Kind.LOAN,
                page.plan().loans().stream().map(YearPlan.Loan::id).toList());
        return pages.show(request, GROUP, page);
    }

    @Post(value = "/{year}/{group}/inspection", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> inspect(
            HttpRequest<?> request, Visitor visitor, int year, String group, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        Optional<Asked> asked = asked(visitor, form, "inspector", "inspectOn");
        return act(request, visitor, year, group, form, "inspector", "inspectOn", () -> {
            if (asked.isPresent()) {
                service.inspect(visitor.scope(), group, year, asked.get());
            }
        });
    }

    @Post(value = "/{year}/{group}/checks", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> check(
            HttpRequest<?> request, Visitor visitor, int year, String group, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        List<UUID> loans = Posted.all(posted, "loan").stream()
                .flatMap(text -> Posted.id(text).stream())
                .toList();
        loans.forEach(loan -> form.with("loan-" + loan, "on"));
        if (loans.isEmpty()) {
            form.refuse("loan", "year.refused.NO_LOANS");
        }
        Optional<Asked> asked = asked(visitor, form, "checker", "dueOn");
        return act(request, visitor, year, group, form, "checker", "dueOn", () -> {
            if (asked.isPresent()) {
                service.check(visitor.scope(), group, loans, year, asked.get());
            }
        });
    }

    @Post(value = "/{year}/{group}/withdraw", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> withdraw(
            HttpRequest<?> request, Visitor visitor, int year, String group, @Body Map<String, Object> posted) {
        UUID check = Posted.id(Form.of(posted).value("check"))
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "UNKNOWN_CHECK"));
        try {
            service.withdraw(visitor.scope(), check, year);
        } catch (AdminRefused e) {
            throw new Refusal(HttpStatus.NOT_FOUND, e.code());
        }
        return Pages.done(path(year, group), "done.year-withdrawn");
    }

    @Post(value = "/{year}/{group}/difficult", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> difficult(
            HttpRequest<?> request, Visitor visitor, int year, String group, @Body Map<String, Object> posted) {
        YearPlan.Group found = require(visitor, year, group).group();
        String village = found.villageCode();
        if (village == null || !visitor.scope().communes().contains(found.communeCode())) {
            throw new Refusal(HttpStatus.FORBIDDEN, "NOT_YOUR_SECTION");
        }
        boolean difficult = Form.of(posted).value("difficult").equals("yes");
        service.difficult(visitor.scope(), found.communeCode(), village, difficult, visitor.name());
        return Pages.done(path(year, group), "done.saved");
    }

    private HttpResponse<String> act(
            HttpRequest<?> request,
            Visitor visitor,
            int year,
            String group,
            Form form,
            String personField,
            String dayField,
            Runnable work) {
        Group page = page(request, visitor, of(visitor, year), group, form);
        if (form.isGood()) {
            try {
                work.run();
                return Pages.done(path(year, group), "done.year-asked");
            } catch (AdminRefused e) {
                String field =
                        e.code().equals("WRONG_DAY") ? dayField : e.code().equals("NO_LOANS") ? "loan" : personField;
                form.refuse(field, "year.refused." + e.code());
            }
        }
        return pages.refuse(request, GROUP, page);
    }

    private static Optional<Asked> asked(Visitor visitor, Form form, String personField, String dayField) {
        Optional<UUID> person = Posted.id(form.required(personField, 40));
        if (form.value(dayField).isEmpty()) {
            form.refuse(dayField, "form.required");
        }
        Optional<LocalDate> day = form.day(dayField);
        if (person.isEmpty()) {
            form.refuse(personField, "form.not-one-of-these");
        }
        return person.isPresent() && day.isPresent()
                ? Optional.of(new Asked(person.get(), day.get(), visitor.name()))
                : Optional.empty();
    }

    private Group page(HttpRequest<?> request, Visitor visitor, int year, String code, Form form) {
        YearPlan.OneGroup group = require(visitor, year, code);
        return new Group(
                group,
                names.candidates(Looking.locale(request), service.candidates(group.group(), true), "year.nobody"),
                names.candidates(Looking.locale(request), service.candidates(group.group(), false), "year.nobody"),
                year < visitor.today().getYear(),
                form,
                names);
    }

    private YearPlan.OneGroup require(Visitor visitor, int year, String code) {
        return plans.group(visitor.scope(), code, of(visitor, year))
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "UNKNOWN_GROUP"));
    }

    private static String path(int year, String group) {
        return PATH + "/" + year + "/" + group;
    }

    /** A year near ours; others are answered as this one. */
    private static int of(Visitor visitor, @Nullable Integer year) {
        int now = visitor.today().getYear();
        return year == null || Math.abs(year - now) > 5 ? now : year;
    }
}

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
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.sothon.server.alert.rule.AlertHours;
import vn.sothon.server.alert.rule.AlertHours.Hours;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.platform.admin.AdminRefused;

/** When may a phone ring? */
@Hidden
@Controller("/settings/hours")
@InSection(Section.SETTINGS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class HoursController {
    private static final String PAGE = "settings/hours";

    private final AlertHours hours;
    private final Changes changes;
    private final AccessLog log;
    private final Pages pages;

    HoursController(AlertHours hours, Changes changes, AccessLog log, Pages pages) {
        this.hours = hours;
        this.changes = changes;
        this.log = log;
        this.pages = pages;
    }

    /** {@code coming}: hours that were set and do not hold yet. */
    public record Page(Hours now, List<Hours> coming, boolean mine, Form form, List<Changes.Change> changes) {}

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor) {
        Hours now = hours.on(visitor.today());
        Form form = Form.empty()
                .with("from", visitor.today().plusDays(1).toString())
                .with("quietFrom", now.quietFrom().toString())
                .with("quietTo", now.quietTo().toString())
                .with("summaryAt", now.summaryAt().toString());
        return pages.show(request, PAGE, page(request, visitor, form));
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> set(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        Keeping.require(Keeping.country(visitor));
        Form form = Form.of(posted);
        if (form.value("from").isEmpty()) {
            form.refuse("from", "form.required");
        }
        LocalDate from = form.day("from").orElse(visitor.today());
        LocalTime quietFrom = time(form, "quietFrom");
        LocalTime quietTo = time(form, "quietTo");
        LocalTime summaryAt = time(form, "summaryAt");
        if (form.isGood()) {
            try {
                hours.set(new Hours(from, quietFrom, quietTo, summaryAt), visitor.personId());
                log.changed(visitor, Kind.SETTING, AlertHours.KIND);
                return Pages.done("/settings/hours", "done.setting-changed");
            } catch (AdminRefused e) {
                form.refuse("from", "settings.refused.DAY_TOO_EARLY");
            }
        }
        return pages.refuse(request, PAGE, page(request, visitor, form));
    }

    private static LocalTime time(Form form, String field) {
        String value = form.required(field, 5);
        try {
            return LocalTime.parse(value);
        } catch (DateTimeParseException e) {
            form.refuse(field, "settings.refused.time");
            return LocalTime.MIDNIGHT;
        }
    }

    private Page page(HttpRequest<?> request, Visitor visitor, Form form) {
        return new Page(
                hours.on(visitor.today()),
                hours.all().stream()
                        .filter(one -> one.from().isAfter(visitor.today()))
                        .toList(),
                Keeping.country(visitor),
                form,
                changes.of(visitor, Looking.locale(request), Set.of(AlertHours.KIND), null));
    }
}

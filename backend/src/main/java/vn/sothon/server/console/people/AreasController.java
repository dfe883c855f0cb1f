package vn.sothon.server.console.people;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.StepUp;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.http.Refusal;

/** Places as an administrator keeps them. */
@Hidden
@Controller("/areas")
@InSection(Section.AREAS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AreasController {
    private static final String MERGE = "areas/merge";

    private final AreaLookup areas;
    private final AreaService service;
    private final Reach reach;
    private final Texts texts;
    private final AccessLog log;
    private final Pages pages;

    AreasController(AreaLookup areas, AreaService service, Reach reach, Texts texts, AccessLog log, Pages pages) {
        this.areas = areas;
        this.service = service;
        this.reach = reach;
        this.texts = texts;
        this.log = log;
        this.pages = pages;
    }

    public record Row(Area area, @Nullable String successor) {}

    public record All(List<Row> rows, Form form, List<Choice> kinds, List<Choice> parents) {}

    /**
     * A place about to be merged.
     *
     * @param heirs places of its kind that may take it over
     * @param within villages that go along
     * @param people who hold an office there today
     */
    public record Merging(Area area, List<Choice> heirs, long within, long people, Form form) {}

    @Get
    HttpResponse<String> all(HttpRequest<?> request, Visitor visitor) {
        return pages.show(
                request, "areas/list", page(request, visitor, Form.empty().with("kind", "VILLAGE")));
    }

    @Post(consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> add(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        String code = form.required("code", 20);
        String name = form.required("name", 100);
        AreaKind kind = form.choice("kind", AreaKind.class).orElse(null);
        String parent = form.optional("parent", 20);
        if (parent != null && !reach.covers(visitor, parent)) {
            form.refuse("parent", "people.out-of-reach");
        }
        if (form.isGood() && kind != null) {
            try {
                service.put(new NewArea(code, kind, name, kind == AreaKind.PROVINCE ? null : parent, null));
                return Pages.done("/areas", "done.area-added");
            } catch (AdminRefused e) {
                refuse(form, e);
            }
        }
        return pages.refuse(request, "areas/list", page(request, visitor, form));
    }

    @Get("/{code}/merge")
    HttpResponse<String> merging(HttpRequest<?> request, Visitor visitor, String code) {
        Form form = Form.empty().with("on", visitor.today().toString());
        Merging page = merging(request, visitor, code, form);
        return StepUp.before(visitor, "/areas/" + code + "/merge").orElseGet(() -> pages.show(request, MERGE, page));
    }

    /** It cannot be taken back here, so the password is asked for first. */
    @Post(value = "/{code}/merge", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> merge(HttpRequest<?> request, Visitor visitor, String code, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        Merging page = merging(request, visitor, code, form);
        HttpResponse<String> first =
                StepUp.before(visitor, "/areas/" + code + "/merge").orElse(null);
        if (first != null) {
            return first;
        }
        String into = form.required("into", 20);
        if (page.heirs().stream().noneMatch(heir -> heir.value().equals(into))) {
            form.refuse("into", "form.not-one-of-these");
        }
        if (form.value("on").isEmpty()) {
            form.refuse("on", "form.required");
        }
        LocalDate on = form.day("on").orElse(visitor.today());
        if (form.isGood()) {
            try {
                service.merge(code, into, on);
                log.changed(visitor, Kind.AREA, code);
                return Pages.done("/areas", "done.area-merged");
            } catch (AdminRefused e) {
                boolean said = e.code().equals("WRONG_KIND") || e.code().equals("MERGED_IN_A_CIRCLE");
                form.refuse("into", "people.merge.refused." + (said ? e.code() : "OTHER"));
            }
        }
        return pages.refuse(request, MERGE, page);
    }

    private Merging merging(HttpRequest<?> request, Visitor visitor, String code, Form form) {
        Area area = areas.find(code)
                .filter(one -> one.successorCode() == null && one.kind() != AreaKind.PROVINCE)
                .filter(one -> reach.covers(visitor, one.code()))
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
        List<Choice> heirs = new ArrayList<>();
        heirs.add(new Choice("", texts.say(Looking.locale(request), "people.merge.choose")));
        areas.all().stream()
                .filter(one -> one.kind() == area.kind() && one.successorCode() == null)
                .filter(one -> !one.code().equals(code) && reach.covers(visitor, one.code()))
                .forEach(one -> heirs.add(new Choice(one.code(), one.name() + " (" + one.code() + ")")));
        long within = areas.all().stream()
                .filter(one -> code.equals(one.parentCode()) && one.successorCode() == null)
                .count();
        long people = reach.people(visitor).stream()
                .filter(person -> person.grantsOn(visitor.today()).stream()
                        .anyMatch(grant -> grant.areaCode().equals(code)))
                .count();
        return new Merging(area, heirs, within, people, form);
    }

    private static void refuse(Form form, AdminRefused refusal) {
        switch (refusal.code()) {
            case "BAD_AREA_CODE" -> form.refuse("code", "people.area-code");
            case "AREA_EXISTS" -> form.refuse("code", "people.area-exists");
            case "PARENT_MISSING", "WRONG_KIND", "UNKNOWN_AREA" -> form.refuse("parent", "people.area-parent");
            case "NAME_MISSING" -> form.refuse("name", "form.required");
            default -> throw refusal;
        }
    }

    private All page(HttpRequest<?> request, Visitor visitor, Form form) {
        Locale locale = Looking.locale(request);
        List<Row> rows = areas.all().stream()
                .filter(area -> reach.covers(visitor, area.code()))
                .map(area -> new Row(area, area.successorCode() == null ? null : reach.placeName(area.successorCode())))
                .toList();
        List<Choice> kinds = new ArrayList<>();
        for (AreaKind kind : AreaKind.values()) {
            kinds.add(new Choice(kind.name(), texts.say(locale, "people.area." + kind)));
        }
        List<Choice> parents = new ArrayList<>();
        parents.add(new Choice("", texts.say(locale, "people.none")));
        rows.stream()
                .map(Row::area)
                .filter(area -> area.kind() != AreaKind.VILLAGE && area.successorCode() == null)
                .forEach(area -> parents.add(new Choice(area.code(), area.name() + " (" + area.code() + ")")));
        return new All(rows, form, kinds, parents);
    }
}

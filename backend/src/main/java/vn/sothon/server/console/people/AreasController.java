package vn.sothon.server.console.people;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.sothon.server.console.page.Choice;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.Area;
import vn.sothon.server.org.AreaKind;
import vn.sothon.server.org.AreaLookup;
import vn.sothon.server.org.AreaService;
import vn.sothon.server.org.NewArea;
import vn.sothon.server.platform.admin.AdminRefused;

/** Places as an administrator keeps them. */
@Hidden
@Controller("/areas")
@InSection(Section.AREAS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AreasController {
    private final AreaLookup areas;
    private final AreaService service;
    private final Reach reach;
    private final Texts texts;
    private final Pages pages;

    AreasController(AreaLookup areas, AreaService service, Reach reach, Texts texts, Pages pages) {
        this.areas = areas;
        this.service = service;
        this.reach = reach;
        this.texts = texts;
        this.pages = pages;
    }

    public record Row(Area area, @Nullable String successor) {}

    public record All(List<Row> rows, Form form, List<Choice> kinds, List<Choice> parents) {}

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

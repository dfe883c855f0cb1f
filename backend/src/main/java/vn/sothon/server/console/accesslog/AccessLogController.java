package vn.sothon.server.console.accesslog;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.PersonLookup;

/** Shows the access log: a leader that of the own commune, an administrator all of it. */
@Hidden
@Controller("/access-log")
@InSection(Section.ACCESS_LOG)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AccessLogController {
    private static final int ON_A_PAGE = 50;
    private final AccessRows rows;
    private final PersonLookup people;
    private final Pages pages;

    AccessLogController(AccessRows rows, PersonLookup people, Pages pages) {
        this.rows = rows;
        this.people = people;
        this.pages = pages;
    }

    public record Entry(Instant at, String person, String role, String act, String kind, int count, String ids) {}

    public record Log(List<Entry> entries, int number, int count) {}

    @Get
    HttpResponse<String> log(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable Integer page) {
        boolean whole = visitor.role() == ActingRole.ADMINISTRATOR;
        int number = Math.max(1, page == null ? 1 : page);
        int skipped = (number - 1) * ON_A_PAGE;
        List<AccessRow> found = whole ? rows.newest(skipped) : rows.newestOf(visitor.areaCode(), skipped);
        int all = whole ? rows.count() : rows.countOf(visitor.areaCode());
        List<Entry> entries = found.stream().map(this::entry).toList();
        return pages.show(
                request, "accesslog/log", new Log(entries, number, Math.max(1, (all + ON_A_PAGE - 1) / ON_A_PAGE)));
    }

    private Entry entry(AccessRow row) {
        String name =
                people.find(UUID.fromString(row.personId())).map(Person::name).orElse("");
        return new Entry(
                Instant.ofEpochMilli(row.at()), name, row.role(), row.act(), row.kind(), row.idCount(), row.ids());
    }
}

package vn.sothon.server.console.people;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.org.HeldGrant;
import vn.sothon.server.org.NewPerson;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.platform.admin.AdminRefused;

/** The list of people, and adding one. */
@Hidden
@Controller("/people")
@InSection(Section.PEOPLE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PeopleController {
    private static final int ON_A_PAGE = 50;
    private final Reach reach;
    private final GrantForms grants;
    private final PeopleService people;
    private final AccessLog log;
    private final Pages pages;

    PeopleController(Reach reach, GrantForms grants, PeopleService people, AccessLog log, Pages pages) {
        this.reach = reach;
        this.grants = grants;
        this.people = people;
        this.log = log;
        this.pages = pages;
    }

    public record Role(String role, String place, boolean ended) {}

    public record Row(UUID id, String name, List<Role> roles) {}

    public record All(List<Row> rows, String search, int number, int count, int found) {}

    public record Adding(Form form, GrantForms.Choices choices) {}

    @Get
    HttpResponse<String> all(
            HttpRequest<?> request,
            Visitor visitor,
            @QueryValue @Nullable String search,
            @QueryValue @Nullable Integer page) {
        String wanted = SearchName.of(search == null ? "" : search);
        List<Person> found = reach.people(visitor).stream()
                .filter(person -> SearchName.of(person.name()).contains(wanted))
                .sorted(Comparator.comparing(person -> givenFirst(person.name())))
                .toList();
        int pagesInAll = Math.max(1, (found.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        int number = Math.min(pagesInAll, Math.max(1, page == null ? 1 : page));
        List<Person> shown =
                found.stream().skip((number - 1L) * ON_A_PAGE).limit(ON_A_PAGE).toList();
        log.saw(visitor, Kind.PERSON_LIST, shown.stream().map(Person::id).toList());
        List<Row> rows = shown.stream().map(person -> row(visitor, person)).toList();
        return pages.show(
                request, "people/list", new All(rows, search == null ? "" : search, number, pagesInAll, found.size()));
    }

    @Get("/new")
    HttpResponse<String> adding(HttpRequest<?> request, Visitor visitor) {
        Form form = Form.empty().with("from", visitor.today().toString());
        return pages.show(request, "people/new", new Adding(form, grants.choices(request, visitor)));
    }

    @Post(value = "/new", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> add(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        Form form = Form.of(posted);
        String name = form.required("name", 100);
        String phone = form.optional("phone", 20);
        if (phone != null && !phone.matches("\\+?[0-9 .]{8,20}")) {
            form.refuse("phone", "people.phone-number");
        }
        Grant grant = grants.read(form, visitor).orElse(null);
        if (form.isGood() && grant != null) {
            try {
                Person added = people.add(new NewPerson(name, phone, List.of(grant)));
                log.changed(visitor, Kind.PERSON, added.id());
                return Pages.done("/people/" + added.id(), "done.person-added");
            } catch (AdminRefused e) {
                GrantForms.refuse(form, e);
            }
        }
        return pages.refuse(request, "people/new", new Adding(form, grants.choices(request, visitor)));
    }

    private Row row(Visitor visitor, Person person) {
        LocalDate today = visitor.today();
        List<Role> roles = person.held().stream()
                .map(HeldGrant::grant)
                .filter(grant -> grant.to() == null || !grant.to().isBefore(today))
                .map(grant -> new Role(grant.role().name(), reach.placeName(grant.areaCode()), false))
                .toList();
        return new Row(person.id(), person.name(), roles);
    }

    /** People are looked up by their given name, the last word. */
    static String givenFirst(String name) {
        String plain = SearchName.of(name).toLowerCase(Locale.ROOT);
        int last = plain.lastIndexOf(' ');
        return last < 0 ? plain : plain.substring(last + 1) + " " + plain.substring(0, last);
    }
}

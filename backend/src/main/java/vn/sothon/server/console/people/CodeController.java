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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.Heavy;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Looking;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.Texts;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.console.people.Invitations.Invitation;
import vn.sothon.server.device.DeviceService;
import vn.sothon.server.device.EnrolmentService;
import vn.sothon.server.org.Person;

/** Codes that make a phone somebody's: for one who stands here, or printed for a whole village meeting. */
@Hidden
@Controller("/people")
@InSection(Section.PEOPLE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CodeController {
    private final Reach reach;
    private final Invitations invitations;
    private final DeviceService devices;
    private final Texts texts;
    private final AccessLog log;
    private final Pages pages;

    CodeController(
            Reach reach, Invitations invitations, DeviceService devices, Texts texts, AccessLog log, Pages pages) {
        this.reach = reach;
        this.invitations = invitations;
        this.devices = devices;
        this.texts = texts;
        this.log = log;
        this.pages = pages;
    }

    public record Sheet(List<Invitation> invitations, String server) {}

    public record Candidate(UUID id, String name, String roles, boolean enrolled) {}

    public record Picking(List<Candidate> candidates, boolean nobody) {}

    /** For a phone that is here now. */
    @Post(value = "/{id}/code", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id) {
        Person person = reach.person(visitor, id);
        log.changed(visitor, Kind.CODE, id);
        Invitation made = invitations.invite(person, roles(request, visitor, person), EnrolmentService.ON_SCREEN);
        return pages.show(request, "people/codes", new Sheet(List.of(made), invitations.server()));
    }

    @Get("/codes")
    HttpResponse<String> pick(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable String nobody) {
        return pages.show(request, "people/pick", picking(request, visitor, nobody != null));
    }

    /** A sheet to print and to cut: one code for each person chosen. */
    @Heavy
    @Post(value = "/codes", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> many(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> posted) {
        List<Person> chosen = Form.all(posted, "person").stream()
                .map(id -> reach.person(visitor, UUID.fromString(id)))
                .toList();
        if (chosen.isEmpty()) {
            return pages.refuse(request, "people/pick", picking(request, visitor, true));
        }
        chosen.forEach(person -> log.changed(visitor, Kind.CODE, person.id()));
        List<Invitation> made = chosen.stream()
                .map(person -> invitations.invite(person, roles(request, visitor, person), EnrolmentService.ON_PAPER))
                .toList();
        return pages.show(request, "people/codes", new Sheet(made, invitations.server()));
    }

    private Picking picking(HttpRequest<?> request, Visitor visitor, boolean nobody) {
        List<Candidate> candidates = reach.people(visitor).stream()
                .filter(person -> person.grantsOn(visitor.today()).stream().anyMatch(grant -> usesPhone(grant.role())))
                .sorted(Comparator.comparing(person -> PeopleController.givenFirst(person.name())))
                .map(person -> new Candidate(
                        person.id(),
                        person.name(),
                        roles(request, visitor, person),
                        devices.of(person.id()).stream().anyMatch(device -> device.revokedAs() == null)))
                .toList();
        log.saw(
                visitor,
                Kind.PERSON_LIST,
                candidates.stream().map(Candidate::id).toList());
        return new Picking(candidates, nobody);
    }

    private static boolean usesPhone(ActingRole role) {
        return role != ActingRole.ADMINISTRATOR && role != ActingRole.PROVINCE_VIEWER;
    }

    private String roles(HttpRequest<?> request, Visitor visitor, Person person) {
        Locale locale = Looking.locale(request);
        return person.grantsOn(visitor.today()).stream()
                .map(grant ->
                        texts.say(locale, "role." + grant.role()) + " \u00b7 " + reach.placeName(grant.areaCode()))
                .collect(Collectors.joining(", "));
    }
}

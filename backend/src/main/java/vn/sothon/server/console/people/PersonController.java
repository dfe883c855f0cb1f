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
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.org.ActingRole;
import vn.sothon.model.sync.Enrolment.Grant;
import vn.sothon.server.console.accesslog.AccessLog;
import vn.sothon.server.console.accesslog.AccessLog.Kind;
import vn.sothon.server.console.page.Form;
import vn.sothon.server.console.page.InSection;
import vn.sothon.server.console.page.Pages;
import vn.sothon.server.console.page.Section;
import vn.sothon.server.console.page.StepUp;
import vn.sothon.server.console.page.Visitor;
import vn.sothon.server.device.Device;
import vn.sothon.server.device.DeviceService;
import vn.sothon.server.org.HeldGrant;
import vn.sothon.server.org.PeopleService;
import vn.sothon.server.org.Person;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.http.Refusal;

/** One person: what is granted, granting more, ending it. */
@Hidden
@Controller("/people/{id}")
@InSection(Section.PEOPLE)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PersonController {
    private final Reach reach;
    private final GrantForms grants;
    private final PeopleService people;
    private final DeviceService devices;
    private final AccessLog log;
    private final Pages pages;

    PersonController(
            Reach reach, GrantForms grants, PeopleService people, DeviceService devices, AccessLog log, Pages pages) {
        this.reach = reach;
        this.grants = grants;
        this.people = people;
        this.devices = devices;
        this.log = log;
        this.pages = pages;
    }

    /** A grant; {@code mine} if the visitor may end it. */
    public record Held(UUID id, Grant grant, String place, boolean ended, boolean mine) {}

    public record One(
            Person person,
            String phone,
            List<Held> held,
            List<Device> devices,
            boolean administers,
            Form form,
            GrantForms.Choices choices) {}

    @Get
    HttpResponse<String> one(HttpRequest<?> request, Visitor visitor, UUID id) {
        Person person = reach.person(visitor, id);
        log.saw(visitor, Kind.PERSON, List.of(id));
        Form form = Form.empty().with("from", visitor.today().toString());
        return pages.show(request, "people/person", page(request, visitor, person, form));
    }

    @Post(value = "/grants", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> grant(HttpRequest<?> request, Visitor visitor, UUID id, @Body Map<String, Object> posted) {
        Person person = reach.person(visitor, id);
        Form form = Form.of(posted);
        Grant grant = grants.read(form, visitor).orElse(null);
        if (form.isGood() && grant != null) {
            try {
                people.grant(id, grant);
                log.changed(visitor, Kind.PERSON, id);
                return Pages.done("/people/" + id, "done.role-granted");
            } catch (AdminRefused e) {
                GrantForms.refuse(form, e);
            }
        }
        return pages.refuse(request, "people/person", page(request, visitor, person, form));
    }

    @Post(value = "/grants/{grantId}/end", consumes = MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> end(Visitor visitor, UUID id, UUID grantId) {
        HttpResponse<String> first = StepUp.before(visitor, "/people/" + id).orElse(null);
        if (first != null) {
            return first;
        }
        Person person = reach.person(visitor, id);
        HeldGrant held = person.held().stream()
                .filter(one -> one.id().equals(grantId) && reach.mayGrant(visitor, one.grant()))
                .findFirst()
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "NOT_FOUND"));
        LocalDate last = visitor.today().minusDays(1);
        people.end(
                id, grantId, last.isBefore(held.grant().from()) ? held.grant().from() : last);
        log.changed(visitor, Kind.PERSON, id);
        return Pages.done("/people/" + id, "done.role-ended");
    }

    private One page(HttpRequest<?> request, Visitor visitor, Person person, Form form) {
        LocalDate today = visitor.today();
        List<Held> held = person.held().stream()
                .map(one -> new Held(
                        one.id(),
                        one.grant(),
                        reach.placeName(one.grant().areaCode()),
                        one.grant().to() != null && one.grant().to().isBefore(today),
                        reach.mayGrant(visitor, one.grant())))
                .sorted(Comparator.comparing(Held::ended))
                .toList();
        boolean administers = visitor.role() == ActingRole.ADMINISTRATOR;
        return new One(
                person,
                masked(person.phone()),
                held,
                devices.of(person.id()),
                administers,
                form,
                grants.choices(request, visitor));
    }

    /** The last three digits tell one number from another. */
    private static String masked(@Nullable String phone) {
        int hidden = phone == null ? 0 : Math.max(0, phone.length() - 3);
        return phone == null ? "" : "\u2022".repeat(hidden) + phone.substring(hidden);
    }
}
